package io.github.dnscli.common.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What BIND's `named-compilezone` makes of a zone file: the octets of every record.
final class CompiledZone {

    /// One record; the octets in hexadecimal.
    record Row(DomainName owner, RecordType type, long ttl, String octets) {}

    private static final int HEADER = 24;

    private CompiledZone() {}

    /// {@return the records BIND reads; the test is skipped, or fails where peers are required, without BIND}
    static List<Row> of(String zone, String text, Path directory)
            throws IOException, InterruptedException {
        var file = Files.writeString(directory.resolve("zone"), text);
        var compiled = directory.resolve("zone.raw");
        var output = directory.resolve("output").toFile();
        String command =
                "named-compilezone -i none -k ignore -m ignore -M ignore -n ignore -S ignore -r ignore"
                        + " -T ignore -W ignore -F raw -o";
        var words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of(compiled.toString(), zone, file.toString()));
        Process process;
        try {
            process =
                    new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(output)
                            .start();
        } catch (IOException missing) {
            return missing();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output.toPath())).isZero();
        return rows(ByteBuffer.wrap(Files.readAllBytes(compiled)).position(HEADER));
    }

    private static List<Row> missing() {
        String said = "SKIPPED: named-compilezone is not installed";
        if ("required".equals(System.getProperty("dnscli.peers"))) {
            return fail(said);
        }
        System.err.println(said);
        return abort(said);
    }

    /// The format is that of `lib/dns/masterdump.c`: a length, class, type, covered type, TTL and count, then the owner
    /// and each record's data behind its length.
    private static List<Row> rows(ByteBuffer raw) {
        var rows = new ArrayList<Row>();
        while (raw.hasRemaining()) {
            raw.getInt();
            raw.getShort();
            var type = new RecordType(raw.getShort() & 0xffff);
            raw.getShort();
            long ttl = raw.getInt() & 0xffff_ffffL;
            int count = raw.getInt();
            byte[] name = octets(raw);
            for (int i = 0; i < count; i++) {
                rows.add(
                        new Row(
                                DomainName.ofWire(name, 0, name.length),
                                type,
                                ttl,
                                HexFormat.of().formatHex(octets(raw))));
            }
        }
        return rows;
    }

    private static byte[] octets(ByteBuffer raw) {
        byte[] octets = new byte[raw.getShort() & 0xffff];
        raw.get(octets);
        return octets;
    }

    /// {@return the records that we read}
    static List<Row> ours(String zone, String text) {
        return records(zone, text).stream()
                .map(
                        r ->
                                new Row(
                                        r.owner(),
                                        r.type(),
                                        r.ttl().seconds(),
                                        HexFormat.of().formatHex(r.data().wire())))
                .toList();
    }

    static List<ResourceRecord> records(String zone, String text) {
        var source = new Source(text.getBytes(StandardCharsets.UTF_8), "zone");
        var file = ZoneReader.read(source, ReaderOptions.forZone(DomainName.of(zone)));
        assertThat(file.findings()).isEmpty();
        return file.plainRecords();
    }
}
