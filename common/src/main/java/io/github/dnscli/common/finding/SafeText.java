package io.github.dnscli.common.finding;

import java.util.Locale;

/// Makes text from files safe to show: a terminal must not obey it.
public final class SafeText {

    private SafeText() {}

    /// {@return the text with `\DDD` in place of each character that controls or formats, its number in decimal}
    public static String of(String text) {
        if (text.codePoints().noneMatch(SafeText::isObeyed)) {
            return text;
        }
        var safe = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            if (isObeyed(c)) {
                                safe.append(String.format(Locale.ROOT, "\\%03d", c));
                            } else {
                                safe.appendCodePoint(c);
                            }
                        });
        return safe.toString();
    }

    private static boolean isObeyed(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT;
    }
}
