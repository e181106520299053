package io.github.dnscli.certificate;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Reads one PEM text line by line. A damaged block is one problem, and reading goes on behind it.
final class PemReader {

    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    /// No trust store known has a tenth of this.
    private static final int MAX_BLOCKS = 10_000;

    private final String text;
    private final List<PemBlock> blocks = new ArrayList<>();
    private final List<PemProblem> problems = new ArrayList<>();
    private final StringBuilder base64 = new StringBuilder();
    private String label = "";
    private int begun;
    private int line;

    PemReader(String text) {
        this.text = text;
    }

    PemText read() {
        for (var lines = text.lines().iterator(); lines.hasNext() && !isFull(); ) {
            line++;
            accept(lines.next().strip());
        }
        if (begun > 0) {
            problem(begun, "block '" + label + "' has no end");
        }
        return new PemText(blocks, problems);
    }

    private boolean isFull() {
        boolean full = blocks.size() + problems.size() >= MAX_BLOCKS;
        if (full) {
            problem(line, "more than " + MAX_BLOCKS + " blocks");
        }
        return full;
    }

    private void accept(String content) {
        if (isMarker(content, BEGIN)) {
            begin(labelOf(content, BEGIN));
        } else if (isMarker(content, END)) {
            end(labelOf(content, END));
        } else if (begun > 0) {
            base64.append(content);
        }
    }

    private static boolean isMarker(String content, String start) {
        return content.startsWith(start)
                && content.endsWith(DASHES)
                && content.length() >= start.length() + DASHES.length();
    }

    private static String labelOf(String content, String start) {
        return content.substring(start.length(), content.length() - DASHES.length());
    }

    private void begin(String newLabel) {
        if (begun > 0) {
            problem(begun, "block '" + label + "' has no end");
        }
        label = newLabel;
        begun = line;
        base64.setLength(0);
    }

    private void end(String endLabel) {
        if (begun == 0) {
            problem(line, "end of a block '" + endLabel + "' that has no begin");
        } else if (!endLabel.equals(label)) {
            problem(line, "block '" + label + "' ends as '" + endLabel + "'");
        } else {
            decode();
        }
        begun = 0;
    }

    private void decode() {
        if (base64.indexOf(":") >= 0) {
            problem(
                    begun,
                    "block '" + label + "' has headers: it is encrypted, or not PEM of today");
            return;
        }
        try {
            blocks.add(new PemBlock(label, Base64.getDecoder().decode(base64.toString()), begun));
        } catch (IllegalArgumentException _) {
            problem(begun, "block '" + label + "' is not base64");
        }
    }

    private void problem(int at, String message) {
        problems.add(new PemProblem(at, message));
    }
}
