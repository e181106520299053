package io.github.dnscli.common.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.common.name.DomainName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordDataTest {

    private static final DomainName ORIGIN = DomainName.of("example.com");

    static List<RecordCorpus> samples() {
        return RecordCorpus.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsTextAndWritesTheWire(RecordCorpus sample) {
        assertThat(RecordData.of(sample.type(), sample.text()).wire())
                .asHexString()
                .isEqualTo(hex(sample.octets()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsTheWireAndWritesText(RecordCorpus sample) {
        var data = RecordData.ofWire(sample.type(), sample.octets());
        assertThat(data.text()).isEqualTo(sample.printed());
        assertThat(data).isEqualTo(RecordData.of(sample.type(), sample.printed()));
        assertThat(data).hasToString(sample.type() + " " + sample.printed());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void takesTheGenericFormForEveryType(RecordCorpus sample) {
        byte[] octets = sample.octets();
        String generic = "\\# " + octets.length + " " + hex(octets);
        assertThat(RecordData.of(sample.type(), generic).wire()).isEqualTo(octets);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whateverIsReadFromTheWireCanBeWrittenAndReadAgain(RecordCorpus sample) {
        long seed = sample.toString().hashCode();
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            byte[] octets = mutated(sample.octets(), random);
            if (RecordData.decode(sample.type(), octets) instanceof ParsedData.Valid(var data)) {
                String about = "%s, seed %s".formatted(data, seed);
                assertThat(RecordData.of(sample.type(), data.text()).wire())
                        .as(about)
                        .isEqualTo(octets);
                var words = Token.split(data.text(ORIGIN));
                assertThat(RecordData.parse(sample.type(), words, ORIGIN))
                        .as(about)
                        .isEqualTo(new ParsedData.Valid(data));
            }
        }
    }

    private static byte[] mutated(byte[] octets, Random random) {
        byte[] mutated = Arrays.copyOf(octets, octets.length + random.nextInt(3));
        for (int i = random.nextInt(4); i > 0 && mutated.length > 0; i--) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) > 0
                ? mutated
                : Arrays.copyOf(mutated, random.nextInt(mutated.length + 1));
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().withUpperCase().formatHex(octets);
    }

    @Test
    void pointsBehindTheLastWordWhenOneIsMissing() {
        assertThat(RecordData.parse(RecordType.MX, List.of(), DomainName.ROOT))
                .isEqualTo(
                        new ParsedData.Invalid(
                                "preference is missing", ParsedData.About.DATA, Optional.empty()));
    }

    @Test
    void keepsMessagesShortAndPrintable() {
        assertThatThrownBy(() -> RecordData.of(RecordType.A, "x".repeat(1000)))
                .hasMessage("A: address '" + "x".repeat(57) + "...' is not an IPv4 address");
        assertThatThrownBy(() -> RecordData.of(RecordType.A, "\u001b[31m"))
                .hasMessage("A: address '\\027[31m' is not an IPv4 address");
    }

    @Test
    void isEqualWithoutRegardToTheCaseOfNames() {
        var lower = RecordData.of(RecordType.MX, "10 mail.example.");
        var upper = RecordData.of(RecordType.MX, "10 MAIL.Example.");
        assertThat(upper).isEqualTo(lower).hasSameHashCodeAs(lower).isEqualByComparingTo(lower);
        assertThat(upper.text()).isEqualTo("10 MAIL.Example.");
        assertThat(RecordData.of(RecordType.TXT, "a"))
                .isNotEqualTo(RecordData.of(RecordType.TXT, "A"));
    }

    /// RFC 4034 §6.3.
    @ParameterizedTest
    @MethodSource("samples")
    void isOrderedAsItsCanonicalFormIs(RecordCorpus sample) {
        var random = new Random(sample.text().hashCode());
        var some = new ArrayList<>(List.of(RecordData.ofWire(sample.type(), sample.octets())));
        while (some.size() < 20) {
            byte[] wire = some.get(random.nextInt(some.size())).wire();
            for (int i = 0; i < wire.length; i++) {
                boolean isLetter = Character.isLetter(wire[i] & 0x5f);
                wire[i] ^= (byte) (isLetter && random.nextInt(4) == 0 ? 0x20 : 0);
            }
            boolean isValid = RecordData.decode(sample.type(), wire) instanceof ParsedData.Valid;
            some.add(
                    RecordData.ofWire(
                            sample.type(), isValid ? wire : RandomData.of(sample.type(), random)));
        }
        for (var one : some) {
            for (var other : some) {
                int expected = Arrays.compareUnsigned(one.canonical(), other.canonical());
                assertThat(Integer.signum(one.compareTo(other)))
                        .isEqualTo(Integer.signum(expected));
                assertThat(one.equals(other)).isEqualTo(expected == 0);
            }
        }
    }

    @Test
    void writesNamesRelativeToAnOrigin() {
        var data = RecordData.of(RecordType.SOA, "example.com. host.example.com. 1 2 3 4 5");
        assertThat(data.text(ORIGIN)).isEqualTo("@ host 1 2 3 4 5");
        assertThat(RecordData.of(RecordType.MX, "0 .").text(ORIGIN)).isEqualTo("0 .");
    }

    @Test
    void refusesWhatTheTextFormCannotSay() {
        var type = RecordType.HTTPS;
        byte[] descending = {0, 1, 0, 0, 3, 0, 2, 1, 0, 0, 2, 0, 0};
        assertThat(RecordData.decode(type, descending)).isInstanceOf(ParsedData.Invalid.class);
    }
}
