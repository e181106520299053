package io.github.dnscli.common.text;

import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Token;
import io.github.dnscli.common.record.Ttl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a line is laid out: which words it has before its data, and the columns at which they stand. A new line beside
/// it is made the same way.
final class LineLayout {

    /// What stands in a line.
    private enum Part {
        OWNER,
        TTL,
        CLASS,
        TYPE,
        DATA
    }

    /// Where a part stands, whether tabs lead to it, and how the class or type is spelled there.
    private record Column(Part part, int column, boolean behindTab, String word) {

        private boolean isLower() {
            return !word.isEmpty() && word.equals(word.toLowerCase(Locale.ROOT));
        }
    }

    /// The layout where there is no line to follow.
    static final LineLayout PLAIN =
            new LineLayout(
                    List.of(
                            new Column(Part.OWNER, 0, false, ""),
                            new Column(Part.TYPE, 0, true, ""),
                            new Column(Part.DATA, 0, true, "")));

    private final List<Column> columns;

    private LineLayout(List<Column> columns) {
        this.columns = columns;
    }

    /// {@return the layout of a record's first line}
    static LineLayout of(PlacedRecord placed) {
        var entry = EntryReader.entryAt(placed.source(), placed.start());
        var head = RecordHead.complete(entry);
        byte[] text = placed.source().octets();
        var columns = new ArrayList<Column>();
        for (var word : entry.words().subList(0, entry.words().indexOf(head.typeWord()) + 1)) {
            columns.add(column(part(word, head), placed, word.outerStart(), word.text()));
        }
        int dataAt = head.typeWord().end();
        while (dataAt < placed.end() && (text[dataAt] == ' ' || text[dataAt] == '\t')) {
            dataAt++;
        }
        columns.add(column(Part.DATA, placed, dataAt, ""));
        return new LineLayout(columns);
    }

    private static Part part(Token word, RecordHead.Complete head) {
        if (word.equals(head.typeWord())) {
            return Part.TYPE;
        }
        if (head.owner().filter(word::equals).isPresent()) {
            return Part.OWNER;
        }
        return head.ttl().filter(word::equals).isPresent() ? Part.TTL : Part.CLASS;
    }

    private static Column column(Part part, PlacedRecord placed, int at, String word) {
        byte[] text = placed.source().octets();
        boolean behindTab = at > 0 && text[at - 1] == '\t';
        String before =
                new String(text, placed.start(), at - placed.start(), StandardCharsets.UTF_8);
        boolean onFirstLine = before.indexOf('\n') < 0;
        int column = onFirstLine ? Columns.behind(0, before) : 0;
        return new Column(part, column, behindTab, word);
    }

    boolean hasOwner() {
        return has(Part.OWNER);
    }

    boolean hasTtl() {
        return has(Part.TTL);
    }

    private boolean has(Part part) {
        return columns.stream().anyMatch(c -> c.part() == part);
    }

    /// {@return a line without line end}
    ///
    /// @param owner the owner as text; empty to take that of the line before
    String line(String owner, Optional<Ttl> ttl, RecordType type, String data) {
        var line = new StringBuilder(owner);
        for (var column : ttl.isPresent() && !hasTtl() ? withTtl() : columns) {
            String word =
                    switch (column.part()) {
                        case OWNER -> "";
                        case TTL -> ttl.map(Ttl::toString).orElse("");
                        case CLASS -> column.word();
                        case TYPE -> spelled(type, column);
                        case DATA -> data;
                    };
            if (!word.isEmpty()) {
                int at = Columns.behind(0, line.toString());
                line.append(Columns.gap(at, column.column(), column.behindTab())).append(word);
            }
        }
        return line.toString();
    }

    private static String spelled(RecordType type, Column column) {
        return column.isLower() ? type.toString().toLowerCase(Locale.ROOT) : type.toString();
    }

    /// {@return the columns with one for the TTL where that of the part behind the owner is, which makes way}
    private List<Column> withTtl() {
        var more = new ArrayList<>(columns);
        int at = hasOwner() ? 1 : 0;
        var next = more.get(at);
        more.add(at, new Column(Part.TTL, next.column(), next.behindTab(), ""));
        return more;
    }
}
