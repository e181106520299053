package io.github.dnscli.ozone;

import io.github.dnscli.cli.Color;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shows the little Markdown of the guide as plain text: paragraphs are filled, examples are indented below what they
/// are, links lose their target.
final class MarkdownText {

    /// Gives text a colour, where there are colours.
    @FunctionalInterface
    interface Painter {

        /// {@return the text in a colour, or as it is}
        String paint(Color color, String text);
    }

    private static final int WIDTH = 80;
    private static final String FENCE = "```";

    /// A strong word, an emphasized one, code or a link; all else is plain.
    private static final Pattern INLINE =
            Pattern.compile("\\*\\*(.+?)\\*\\*|\\*(.+?)\\*|`(.+?)`|\\[(.+?)]\\(.+?\\)");

    private final Painter painter;
    private final boolean colored;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder paragraph = new StringBuilder();
    private final StringBuilder word = new StringBuilder();
    private int wordLength;
    private int column;

    private MarkdownText(Painter painter) {
        this.painter = painter;
        this.colored = !painter.paint(Color.BOLD, "").isEmpty();
    }

    /// {@return the lines in plain text, the last with its end}
    static String of(List<String> markdown, Painter painter) {
        return new MarkdownText(painter).show(markdown);
    }

    private String show(List<String> markdown) {
        boolean code = false;
        for (var line : markdown) {
            if (line.startsWith(FENCE)) {
                endParagraph();
                code = !code;
                if (code) {
                    label(line.substring(FENCE.length()));
                }
            } else if (code) {
                text.append(line.isEmpty() ? "" : "    ").append(line).append('\n');
            } else if (line.isBlank()) {
                endParagraph();
                text.append('\n');
            } else {
                paragraph.append(line).append(' ');
            }
        }
        endParagraph();
        return text.toString();
    }

    /// What kind of example begins: `zone bad`, `zone good --max-ttl 1d`, `zone file=hosts.zone`.
    private void label(String description) {
        var words = description.split(" ");
        var kind = words.length > 1 ? words[1] : "";
        var color =
                switch (kind) {
                    case "bad" -> Color.RED;
                    case "good" -> Color.GREEN;
                    default -> Color.BOLD;
                };
        var name = kind.equals("old") ? "before" : kind.replaceFirst("^file=", "");
        if (!name.isEmpty()) {
            text.append("  ").append(painter.paint(color, name + ":")).append('\n');
        }
    }

    private void inline(String words) {
        Matcher marked = INLINE.matcher(words);
        int at = 0;
        while (marked.find()) {
            plain(words.substring(at, marked.start()));
            if (marked.group(1) != null) {
                strong(marked.group(1));
            } else if (marked.group(2) != null) {
                strong(marked.group(2));
            } else if (marked.group(3) != null) {
                code(marked.group(3));
            } else {
                plain(marked.group(4));
            }
            at = marked.end();
        }
        plain(words.substring(at));
    }

    private void plain(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) == ' ') {
                endWord();
            } else {
                word.append(words.charAt(i));
                wordLength++;
            }
        }
    }

    /// Code stays on one line. Where nothing else marks it, quotes do.
    private void code(String code) {
        var shown = colored ? code : "'" + code + "'";
        word.append(painter.paint(Color.CYAN, shown));
        wordLength += shown.length();
    }

    private void strong(String words) {
        var separate = words.split(" ");
        for (int i = 0; i < separate.length; i++) {
            if (i > 0) {
                endWord();
            }
            word.append(painter.paint(Color.BOLD, separate[i]));
            wordLength += separate[i].length();
        }
    }

    private void endWord() {
        if (wordLength == 0) {
            return;
        }
        if (column > 0 && column + 1 + wordLength > WIDTH) {
            text.append('\n');
            column = 0;
        }
        if (column > 0) {
            text.append(' ');
            column++;
        }
        text.append(word);
        column += wordLength;
        word.setLength(0);
        wordLength = 0;
    }

    private void endParagraph() {
        inline(paragraph.toString());
        paragraph.setLength(0);
        endWord();
        if (column > 0) {
            text.append('\n');
            column = 0;
        }
    }
}
