package io.github.dnscli.osh.look;

import io.github.dnscli.common.wire.MessageRecord;
import java.util.List;
import java.util.function.Function;

/// The records of a message as lines of a zone file, in columns.
final class RecordLines {

    private RecordLines() {}

    /// {@return a line for each, with its end}
    static String of(List<MessageRecord> records) {
        int owners = width(records, record -> record.owner().toString());
        int times = width(records, record -> Long.toString(record.ttl()));
        int types = width(records, record -> record.type().toString());
        var lines = new StringBuilder();
        for (var record : records) {
            pad(record.owner().toString(), owners, lines);
            pad(Long.toString(record.ttl()), times, lines);
            pad(record.recordClass().toString(), 2, lines);
            pad(record.type().toString(), types, lines);
            record.data().ifPresent(data -> lines.append(data.text()));
            lines.append('\n');
        }
        return lines.toString();
    }

    private static int width(List<MessageRecord> records, Function<MessageRecord, String> word) {
        return records.stream().mapToInt(record -> word.apply(record).length()).max().orElse(0);
    }

    private static void pad(String word, int width, StringBuilder lines) {
        lines.append(word).repeat(" ", Math.max(0, width - word.length())).append("  ");
    }
}
