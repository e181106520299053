package io.github.dnscli.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.text.PlacedRecord;
import io.github.dnscli.common.text.ZoneFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A zone file line by line: which record stands at which, and which comments there are.
final class PlacedLines {

    private static final Pattern COMMENT =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|\\\\.|(;[^\\r\\n]*)", Pattern.DOTALL);

    private final ZoneFile file;
    private final byte[] octets;
    private final Map<Integer, PlacedRecord> records = new HashMap<>();
    private final List<PlacedRecord> written = new ArrayList<>();

    PlacedLines(ZoneFile file) {
        this.file = file;
        this.octets = file.source().bytes();
        file.records().stream()
                .filter(placed -> placed.source() == file.source() && !placed.isGenerated())
                .forEach(this::place);
    }

    private void place(PlacedRecord placed) {
        written.add(placed);
        int first = file.source().place(placed.start()).line();
        int last = file.source().place(placed.end() - 1).line();
        for (int line = first; line <= last; line++) {
            records.put(line, placed);
        }
    }

    /// {@return the record at a line}
    Optional<PlacedRecord> at(int line) {
        return Optional.ofNullable(records.get(line));
    }

    /// {@return the records that stand in the file itself}
    List<PlacedRecord> written() {
        return written;
    }

    /// {@return the record as it stands in the file, if it does}
    Optional<PlacedRecord> find(ResourceRecord record) {
        return placed(ZoneUpdate.Key.of(record))
                .filter(placed -> placed.record().equals(record))
                .findFirst();
    }

    /// {@return the records of a set}
    List<ResourceRecord> set(ZoneUpdate.Key key) {
        return placed(key).map(PlacedRecord::record).toList();
    }

    private Stream<PlacedRecord> placed(ZoneUpdate.Key key) {
        return file.columns().numbers(key.owner(), key.type()).stream().map(file::placed);
    }

    /// {@return whether records take their TTL from lines before them}
    boolean lacksTtl() {
        return file.findings().stream().anyMatch(f -> f.check().id().equals("missing-ttl"));
    }

    List<String> comments() {
        return comments(0, octets.length);
    }

    List<String> comments(PlacedRecord placed) {
        return comments(placed.start(), placed.end());
    }

    private List<String> comments(int from, int to) {
        var comments = new ArrayList<String>();
        COMMENT.matcher(new String(octets, from, to - from, UTF_8))
                .results()
                .flatMap(found -> Optional.ofNullable(found.group(1)).stream())
                .forEach(comments::add);
        return comments;
    }
}
