package io.github.dnscli.common.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for the row of every type.
class RecordTableTest {

    private static final DomainName ORIGIN = DomainName.of("Sub.Example.com");

    static List<RecordType> types() {
        return IntStream.range(0, 0x10000)
                .mapToObj(RecordType::new)
                .filter(type -> !RecordTable.fields(type).isEmpty())
                .toList();
    }

    /// Those of the registry that have no text form of their own, or that ask or belong to messages.
    private static final List<String> WITHOUT_ROW =
            List.of("NULL", "OPT", "UNECE", "ISO", "UINFO", "UID", "GID", "UNSPEC");

    @Test
    void hasARowForEveryTypeOfTheRegistryThatCanStandInAZone() {
        var named =
                IntStream.range(0, 0x10000)
                        .mapToObj(RecordType::new)
                        .filter(type -> !type.toString().startsWith("TYPE") && !type.isMeta())
                        .filter(type -> !WITHOUT_ROW.contains(type.toString()))
                        .collect(Collectors.toSet());
        assertThat(types()).hasSize(84).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void hasSamplesOfEachTypeInTheCorpus() {
        var inCorpus = RecordCorpus.all().stream().map(RecordCorpus::type).toList();
        assertThat(inCorpus).containsAll(types());
    }

    @ParameterizedTest
    @MethodSource("types")
    void writesWhatFitsARowAndReadsItAgain(RecordType type) {
        for (long seed = 0; seed < 300; seed++) {
            byte[] octets = RandomData.of(type, new Random(seed));
            var data = RecordData.decode(type, octets);
            assertThat(data).as(about(type, octets)).isInstanceOf(ParsedData.Valid.class);
            assertReadsAgain(((ParsedData.Valid) data).data(), octets);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void saysOfAnyOctetsWhetherTheyFitARow(RecordType type) {
        var random = new Random(type.value());
        for (int i = 0; i < 1000; i++) {
            byte[] octets = i % 2 == 0 ? anything(random) : damaged(type, random);
            if (RecordData.decode(type, octets) instanceof ParsedData.Valid(var data)) {
                assertReadsAgain(data, octets);
            }
        }
    }

    private static byte[] anything(Random random) {
        byte[] octets = new byte[random.nextInt(40)];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) (random.nextBoolean() ? random.nextInt(5) : random.nextInt(256));
        }
        return octets;
    }

    private static byte[] damaged(RecordType type, Random random) {
        byte[] whole = RandomData.of(type, random);
        byte[] octets = Arrays.copyOf(whole, random.nextInt(whole.length + 2));
        if (octets.length > 0) {
            int at = random.nextInt(octets.length);
            octets[at] = (byte) (octets[at] + random.nextInt(3));
        }
        return octets;
    }

    private static void assertReadsAgain(RecordData data, byte[] octets) {
        String about = about(data.type(), octets);
        assertThat(data.wire()).isEqualTo(octets);
        assertThat(RecordData.of(data.type(), data.text()).wire()).as(about).isEqualTo(octets);
        var relative = RecordData.parse(data.type(), Token.split(data.text(ORIGIN)), ORIGIN);
        assertThat(relative).as(about).isEqualTo(new ParsedData.Valid(data));
        String generic = "\\# " + octets.length + " " + HexFormat.of().formatHex(octets);
        assertThat(RecordData.of(data.type(), generic)).as(about).isEqualTo(data);
        assertThat(CanonicalForm.of(data)).as(about).hasSameSizeAs(octets);
        assertThat(data.names()).as(about).allMatch(name -> name.wireLength() <= 255);
    }

    private static String about(RecordType type, byte[] octets) {
        return type + " " + HexFormat.of().formatHex(octets);
    }
}
