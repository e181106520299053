package io.github.dnscli.common.finding;

/// Where something stands in a text. Places are ordered as a reader meets them.
///
/// @param source the name of the text as the user knows it: a file name, or `-`
/// @param line the line, counted from 1; 0 when the whole source is meant
/// @param column the column in characters, counted from 1; 0 when the whole line is meant
public record Place(String source, int line, int column) implements Comparable<Place> {

    /// {@return the place that means a whole source}
    public static Place wholeOf(String source) {
        return new Place(source, 0, 0);
    }

    @Override
    public int compareTo(Place other) {
        int bySource = source.compareTo(other.source);
        int byLine = bySource != 0 ? bySource : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    /// {@return the place as editors understand it: `file:line:column`, shorter when the line or column is not meant}
    @Override
    public String toString() {
        if (line == 0) {
            return source;
        }
        return column == 0 ? source + ":" + line : source + ":" + line + ":" + column;
    }
}
