package io.github.dnscli.common.key;

import java.util.List;

/// Keys in a file.
///
/// @param source the name of the file as the user knows it
/// @param keys what it holds
public record KeyFile(String source, List<TsigKey> keys) {

    /// Copies the keys.
    public KeyFile {
        keys = List.copyOf(keys);
    }

    /// {@return the keys of a text}
    public static KeyFile parse(String text, String sourceName) {
        return new KeyFile(
                sourceName,
                text.lines()
                        .map(KeyText::parse)
                        .filter(ParsedKey.Valid.class::isInstance)
                        .map(parsed -> ((ParsedKey.Valid) parsed).key())
                        .toList());
    }

    /// {@return the only key}
    public ParsedKey key() {
        return keys.size() == 1
                ? new ParsedKey.Valid(keys.getFirst())
                : new ParsedKey.Invalid("'" + source + "' holds " + keys.size() + " keys");
    }
}
