package io.github.dnscli.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.check.Circumstances;
import io.github.dnscli.common.check.ZoneFileChecks;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.text.ZoneReader;
import io.github.dnscli.common.text.ZoneWriter;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Zones that we read are the zones that real servers read, and what we write of them is read as the same.
@Timeout(120)
class GeneratedZonesTest {

    private static final DomainName EXAMPLE = DomainName.of(VariedZone.ORIGIN);
    private static final int RECORDS = 2000;

    private static ZoneFile read(String text, DomainName origin) {
        var source = new Source(text.getBytes(UTF_8), "zone");
        var file = ZoneReader.read(source, ReaderOptions.forZone(origin));
        assertThat(ZoneFileChecks.judge(file, Circumstances.at(Instant.EPOCH)).findings())
                .isEmpty();
        return file;
    }

    /// {@return every record as its owner in lower case, TTL, type and octets}; servers may answer with the case of letters
    /// that a name had where they met it first
    private static List<String> rows(List<ResourceRecord> records) {
        return records.stream()
                .map(
                        record ->
                                record.owner().toString().toLowerCase(Locale.ROOT)
                                        + " "
                                        + record.ttl()
                                        + " "
                                        + record.type()
                                        + " "
                                        + HexFormat.of().formatHex(record.data().wire()))
                .sorted()
                .toList();
    }

    private static void assertWrittenAlike(String text, DomainName origin) {
        var zone = Zone.of(origin, read(text, origin).plainRecords());
        String written = ZoneWriter.write(origin, zone.recordSets().toList());
        assertThat(rows(read(written, origin).plainRecords()))
                .isEqualTo(rows(read(text, origin).plainRecords()));
    }

    @ParameterizedTest
    @EnumSource
    void zonesOfEveryShapeAreGoodAndWrittenAsTheyWereRead(ZoneShape shape) {
        String text = ZoneGenerator.text(shape, 1, RECORDS);
        var origin = DomainName.of(shape.origin());

        assertThat(read(text, origin).plainRecords()).hasSize(RECORDS);
        assertWrittenAlike(text, origin);
    }

    @Test
    void variedZonesAreWrittenAsTheyWereRead() {
        for (int seed = 0; seed < 200; seed++) {
            assertWrittenAlike(VariedZone.text(new Random(seed)), EXAMPLE);
        }
    }

    @Test
    void bindServesTheRecordsThatWeRead() throws IOException {
        String text = muchOfEverything();
        try (var server = NamedServer.start(EXAMPLE, text, Sample.KEY)) {
            assertServedAlike(text, server.address());
        }
    }

    @Test
    void knotServesTheRecordsThatWeRead() throws IOException {
        String text = muchOfEverything();
        try (var server = KnotServer.start(EXAMPLE, text, Sample.KEY)) {
            assertServedAlike(text, server.address());
        }
    }

    private static void assertServedAlike(String text, ServerAddress address) throws IOException {
        try (var exchange = Sample.with(address)) {
            var reply = exchange.transfer(Transfer.of(EXAMPLE), Sample.KEY);
            assertThat(reply).isInstanceOf(TransferReply.Complete.class);
            assertThat(rows(((TransferReply.Complete) reply).records()))
                    .isEqualTo(rows(read(text, EXAMPLE).plainRecords()));
        }
    }

    /// {@return one zone with all there is in many varied ones, each below a name of its own}
    private static String muchOfEverything() {
        return ZoneGenerator.text(ZoneShape.MIXED, 7, RECORDS)
                + IntStream.range(0, 40)
                        .mapToObj(GeneratedZonesTest::partOfVariedZone)
                        .collect(Collectors.joining());
    }

    /// {@return a varied zone without its SOA and NS records, as part of a larger one}
    private static String partOfVariedZone(int seed) {
        var lines = VariedZone.lines(new Random(seed));
        String part = "v" + seed + ".example.com.";
        return ("$ORIGIN example.com.\n" + String.join("\n", lines.subList(4, lines.size())) + "\n")
                .replace("example.com.", part);
    }
}
