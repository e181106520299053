package io.github.dnscli.common.text;

import java.util.ArrayList;
import java.util.List;

/// Patches of one text, from its first line to its last.
final class PatchList {

    private final Source source;
    private final byte[] text;
    private final List<Patch> patches = new ArrayList<>();

    PatchList(Source source) {
        this.source = source;
        this.text = source.octets();
    }

    List<Patch> toList() {
        return patches;
    }

    /// @param patch behind all others
    void add(Patch patch) {
        patches.add(patch);
    }

    void remove(int start, int end) {
        add(new Patch(start, end, ""));
    }

    /// Puts a line between others, and ends the one before if that is the last and open.
    ///
    /// @param line without its end
    void insertLine(int at, String line) {
        String end = lineEnd(at);
        add(new Patch(at, at, (isInLine(at) ? end : "") + line + end));
    }

    private boolean isInLine(int at) {
        int offset = at;
        for (var patch : patches.reversed()) {
            if (patch.end() != offset) {
                break;
            }
            if (!patch.text().isEmpty()) {
                return !patch.text().endsWith("\n");
            }
            offset = patch.start();
        }
        return offset > source.textStart() && text[offset - 1] != '\n';
    }

    /// {@return how the line before an offset ends, or the first line if that is open or not there}
    private String lineEnd(int at) {
        int end = at;
        if (end <= source.textStart() || text[end - 1] != '\n') {
            end = 0;
            while (end < text.length && text[end] != '\n') {
                end++;
            }
            end = Math.min(end + 1, text.length);
        }
        return end > 1 && text[end - 1] == '\n' && text[end - 2] == '\r' ? "\r\n" : "\n";
    }
}
