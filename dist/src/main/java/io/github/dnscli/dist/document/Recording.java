package io.github.dnscli.dist.document;

import io.github.dnscli.dist.file.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A terminal in which the session of a document is typed, as a drawing that moves (SVG 1.1 with CSS animations).
///
/// What a test sees happen is what is drawn: the session stands in the document, and nowhere else. Where people do not
/// want things to move, all of it is there at once.
final class Recording {

    private static final Pattern CONSOLE = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);

    private static final int MARGIN = 14;
    private static final int TITLE = 30;
    private static final double LETTER = 7.25;
    private static final int LINE = 17;
    private static final double SECONDS_A_LETTER = 0.03;
    private static final double SECONDS_TO_READ = 0.9;
    private static final double SECONDS_A_LINE = 0.05;

    private final List<String> drawn = new ArrayList<>();
    private double time = 0.5;
    private int bottom = TITLE + LINE;

    private Recording() {}

    /// {@return the drawing of the first session in a document}
    ///
    /// @param markdown the document, with the session in a block called `console`
    static String of(String markdown) {
        var session = CONSOLE.matcher(markdown);
        if (!session.find()) {
            throw new IllegalArgumentException("the document shows no session");
        }
        var lines = session.group(1).lines().toList();
        var recording = new Recording();
        lines.forEach(recording::draw);
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        return recording.finish((int) (longest * LETTER) + 2 * MARGIN);
    }

    private void draw(String line) {
        TypedLine.of(line).ifPresentOrElse(this::type, () -> show(line));
        bottom += LINE;
    }

    private void show(String line) {
        place(MARGIN, line, "style=\"animation-delay:%s\"".formatted(seconds(time)));
        time += SECONDS_A_LINE;
    }

    private void type(TypedLine line) {
        double width = line.prompt().length() * LETTER;
        // So that what is typed stands behind it whatever the font.
        show(line.prompt(), width);
        time += SECONDS_TO_READ;
        int letters = Math.max(1, line.typed().length());
        double duration = letters * SECONDS_A_LETTER;
        String manner =
                "class=\"typed\" style=\"animation-duration:%s;animation-timing-function:steps(%s);animation-delay:%s\""
                        .formatted(seconds(duration), letters, seconds(time));
        place(MARGIN + width, line.typed(), manner);
        time += duration + SECONDS_A_LINE;
    }

    private void show(String prompt, double width) {
        place(
                MARGIN,
                prompt,
                "textLength=\"%s\" style=\"animation-delay:%s\""
                        .formatted(number(width), seconds(time)));
    }

    private void place(double left, String text, String manner) {
        drawn.add(
                "<text x=\"%s\" y=\"%s\" %s>%s</text>"
                        .formatted(number(left), bottom, manner, escape(text)));
    }

    private static String number(double length) {
        return String.format(Locale.ROOT, "%.2f", length).replaceAll("\\.?0+$", "");
    }

    private static String seconds(double time) {
        return String.format(Locale.ROOT, "%.2fs", time);
    }

    private static String escape(String line) {
        return line.replace("&", "&amp;").replace("<", "&lt;");
    }

    private String finish(int width) {
        int height = bottom - LINE + MARGIN;
        return Template.read(Recording.class, "recording.svg")
                .replace("@width@", Integer.toString(width))
                .replace("@height@", Integer.toString(height))
                .replace("@lines@", String.join("\n", drawn));
    }
}
