package io.github.dnscli.common.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// Data of every type, in text and on the wire, from the file `corpus`.
///
/// @param type the type
/// @param text the text
/// @param wire the octets: hexadecimal, names as `<a.example.>`, ASCII in single quotes
/// @param printed the text as we write it
public record RecordCorpus(RecordType type, String text, String wire, String printed) {

    /// {@return all of it}
    public static List<RecordCorpus> all() {
        try (var file = RecordCorpus.class.getResourceAsStream("corpus")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RecordCorpus::sample)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static RecordCorpus sample(String line) {
        String[] parts = line.split(" +\\|", -1);
        return new RecordCorpus(
                RecordType.parse(parts[0]).orElseThrow(),
                parts[1].strip(),
                parts[2].strip(),
                parts[parts.length > 3 ? 3 : 1].strip());
    }

    private static final Pattern PIECE =
            Pattern.compile("<([^>]*)>|'([^']*)'|([0-9A-Fa-f]{2})|\\s+");

    /// {@return the octets of the wire}
    public byte[] octets() {
        var octets = new ByteArrayOutputStream();
        var pieces = PIECE.matcher(wire);
        int at = 0;
        while (pieces.find() && pieces.start() == at) {
            at = pieces.end();
            if (pieces.group(1) != null) {
                octets.writeBytes(name(pieces.group(1)));
            } else if (pieces.group(2) != null) {
                octets.writeBytes(pieces.group(2).getBytes(StandardCharsets.US_ASCII));
            } else if (pieces.group(3) != null) {
                octets.writeBytes(HexFormat.of().parseHex(pieces.group(3)));
            }
        }
        if (at != wire.length()) {
            throw new IllegalArgumentException(wire);
        }
        return octets.toByteArray();
    }

    private static byte[] name(String name) {
        var octets = new ByteArrayOutputStream();
        for (String label : name.split("[.]")) {
            octets.write(label.length());
            octets.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        octets.write(0);
        return octets.toByteArray();
    }

    @Override
    public String toString() {
        return type + " " + text;
    }
}
