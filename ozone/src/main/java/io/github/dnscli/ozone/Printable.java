package io.github.dnscli.ozone;

/// Makes text safe for a terminal, and lets it stay on its line: names of files may hold anything.
final class Printable {

    private Printable() {}

    /// {@return the text, with an escape as in Java in place of every character that a terminal would obey}
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isHarmless(text.charAt(i))) {
                return escaped(text);
            }
        }
        return text;
    }

    private static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isHarmless(character)) {
                safe.append(character);
            } else {
                safe.append(escape(character));
            }
        }
        return safe.toString();
    }

    private static String escape(char character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u%04x".formatted((int) character);
        };
    }

    /// Halves of characters beyond 16 bits come in pairs, and leave as they come.
    private static boolean isHarmless(char character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
