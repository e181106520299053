package io.github.dnscli.cli;

import java.util.HexFormat;
import java.util.function.Consumer;

/// Writes one JSON text (RFC 8259) as a stream: indented, each member on a line of its own, or all of it on one line; and a
/// line end at the end.
///
/// Names and values come in the order of the text. Whoever closes more than he opened, or gives a member of an object no
/// name, gets a text that is not JSON.
///
/// Everything that a terminal would obey, or that has no form in UTF-8, leaves escaped or replaced.
public final class JsonWriter {

    /// So many characters are kept before they are handed on.
    private static final int CHUNK = 8192;

    private static final HexFormat HEX = HexFormat.of();

    private final Consumer<String> sink;
    private final boolean onOneLine;
    private final StringBuilder text = new StringBuilder(CHUNK + 256);
    private int depth;
    private boolean first = true;
    private boolean named;

    /// Makes a writer.
    ///
    /// @param sink gets the text in pieces, such as [Console#print]
    public JsonWriter(Consumer<String> sink) {
        this(sink, false);
    }

    private JsonWriter(Consumer<String> sink, boolean onOneLine) {
        this.sink = sink;
        this.onOneLine = onOneLine;
    }

    /// {@return a writer that puts all on one line}
    ///
    /// @param sink gets the text in pieces
    public static JsonWriter onOneLine(Consumer<String> sink) {
        return new JsonWriter(sink, true);
    }

    /// Begins an object.
    public JsonWriter beginObject() {
        return open('{');
    }

    /// Ends an object.
    public JsonWriter endObject() {
        return close('}');
    }

    /// Begins an array.
    public JsonWriter beginArray() {
        return open('[');
    }

    /// Ends an array.
    public JsonWriter endArray() {
        return close(']');
    }

    /// Names the member of an object whose value comes next.
    public JsonWriter name(String name) {
        separate();
        quote(name);
        text.append(": ");
        named = true;
        return this;
    }

    /// Writes a string.
    public JsonWriter value(String value) {
        separate();
        quote(value);
        return handOn();
    }

    /// Writes a number.
    public JsonWriter value(long value) {
        separate();
        text.append(value);
        return handOn();
    }

    /// Writes `true` or `false`.
    public JsonWriter value(boolean value) {
        separate();
        text.append(value);
        return handOn();
    }

    /// Writes a member of an object that is a string.
    public JsonWriter member(String name, String value) {
        return name(name).value(value);
    }

    /// Writes a member of an object that is a number.
    public JsonWriter member(String name, long value) {
        return name(name).value(value);
    }

    /// Writes a member of an object that is `true` or `false`.
    public JsonWriter member(String name, boolean value) {
        return name(name).value(value);
    }

    private JsonWriter open(char bracket) {
        separate();
        text.append(bracket);
        depth++;
        first = true;
        return this;
    }

    private JsonWriter close(char bracket) {
        depth--;
        if (!first) {
            indent();
        }
        text.append(bracket);
        first = false;
        if (depth == 0) {
            text.append('\n');
        }
        return handOn();
    }

    /// What stands between the value before and what comes now.
    private void separate() {
        if (named || depth == 0) {
            named = false;
        } else {
            text.append(first ? "" : ",");
            indent();
        }
        first = false;
    }

    private void indent() {
        if (!onOneLine) {
            text.append('\n').repeat("  ", depth);
        }
    }

    private JsonWriter handOn() {
        if (text.length() >= CHUNK || depth == 0) {
            sink.accept(text.toString());
            text.setLength(0);
        }
        return this;
    }

    private void quote(String value) {
        text.append('"');
        value.codePoints().forEach(this::character);
        text.append('"');
    }

    private void character(int character) {
        switch (character) {
            case '"', '\\' -> text.append('\\').append((char) character);
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (isHarmless(character)) {
                    text.appendCodePoint(character);
                } else if (Character.getType(character) == Character.SURROGATE) {
                    text.append('\ufffd');
                } else {
                    text.append("\\u").append(HEX.toHexDigits((char) character));
                }
            }
        }
    }

    private static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
