package io.github.dnscli.common.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.common.name.DomainName;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    A | 1.2.3 | address '1.2.3' is not an IPv4 address
                    A | 1.2.3.256 | address '1.2.3.256' is not an IPv4 address
                    A | 01.2.3.4 | address '01.2.3.4' is not an IPv4 address
                    A | 1.2.3.4 5 | unexpected '5' behind the last field
                    AAAA | 1.2.3.4 | address '1.2.3.4' is not an IPv6 address
                    AAAA | fe80::1%lo | address 'fe80::1%lo' is not an IPv6 address
                    AAAA | ::00001 | address '::00001' is not an IPv6 address
                    AAAA | 1::2::3 | address '1::2::3' is not an IPv6 address
                    MX | 10 | exchange is missing
                    MX | ten mail. | preference 'ten' is not a number
                    MX | 65536 mail. | preference '65536' is not in 0..65535
                    MX | 10 a..b. | exchange 'a..b.': empty label
                    SOA | a. b. 4294967296 0 0 0 0 | serial '4294967296' is not in 0..4294967295
                    SOA | a. b. 1 0 0 x 0 | expire 'x' is not a time in seconds
                    SOA | a. b. 1 0 0 0 | minimum is missing
                    TXT | a\\300 | text 'a\\300' has a malformed escape
                    CAA | 0 is-sue x | tag 'is-sue' is not a tag of letters and digits
                    TLSA | 3 1 1 | association data is missing
                    TLSA | 3 1 1 ABC | association data 'ABC' is not hexadecimal
                    TLSA | 3 1 1 AB CX | association data 'AB' and what follows is not hexadecimal
                    DNSKEY | 256 3 8 A*== | public key 'A*==' is not base64
                    DNSKEY | 256 3 FOO AAAA | algorithm 'FOO' is not a number
                    DS | 1 8 2 | digest is missing
                    NSEC | a. A FOO | types 'FOO' is not a record type
                    NSEC3 | 1 0 0 - x! A | next hash 'x!' is not base32hex
                    RRSIG | A 8 2 1 20031322173103 20030220173103 1 a. AQID | expiration '20031322173103' is not a time of the form YYYYMMDDHHmmSS
                    RRSIG | A 8 2 1 21100101000000 20030220173103 1 a. AQID | expiration '21100101000000' is not a time from 1970 to 2106
                    LOC | 91 N 0 E 0 | latitude '91' is not in 0..90
                    LOC | 90 1 N 0 E 0 | latitude 'N' ends an angle of more than 90 degrees
                    LOC | 1 60 N 0 E 0 | latitude '60' is not below 60
                    LOC | 1 N 1 E high | altitude 'high' is not a number of metres
                    EUI48 | 00-00-5e-00-53 | address '00-00-5e-00-53' does not have 6 groups parted by '-'
                    NID | 1 0:0:0:g | node id '0:0:0:g' has a group that is not hexadecimal
                    SVCB | 1 . key123=abc key123=def | parameter 'key123=def' is a parameter given before
                    SVCB | 1 . mandatory | parameter 'mandatory' wants a value
                    SVCB | 1 . alpn= | parameter 'alpn=' wants a value
                    SVCB | 1 . port | parameter 'port' wants a value
                    SVCB | 1 . port=65536 | parameter 'port=65536' is not a port
                    SVCB | 1 . ipv4hint=1.2.3 | parameter 'ipv4hint=1.2.3' lists '1.2.3', which is not an IPv4 address
                    SVCB | 1 . ipv6hint=1.2.3.4 | parameter 'ipv6hint=1.2.3.4' lists '1.2.3.4', which is not an IPv6 address
                    SVCB | 1 . ech=** | parameter 'ech=**' is not base64
                    SVCB | 1 . no-default-alpn=abc | parameter 'no-default-alpn=abc' takes no value
                    SVCB | 1 . mandatory=mandatory | parameter 'mandatory=mandatory' lists itself
                    SVCB | 1 . mandatory=key123,key123 | parameter 'mandatory=key123,key123' lists 'key123' twice
                    SVCB | 1 . key65535=x | parameter 'key65535=x' is not a service parameter
                    SVCB | 1 . key3=x | parameter 'key3=x' is not two octets
                    SVCB | 1 . alpn=a,,b | parameter 'alpn=a,,b' lists a protocol of 0 or over 255 octets
                    TYPE65400 | x | data of type TYPE65400 must be written as '\\# length hex'
                    TYPE65400 | \\# 3 0102 | length '3' is said, and 2 octets follow
                    TYPE65400 | \\# x 0102 | length 'x' is not a number
                    A | \\# 3 010203 | data ends too early
                    A | \\# 5 0102030405 | data goes on behind the last field
                    """)
    void saysWhichFieldIsWrong(String type, String text, String problem) {
        var parsed =
                RecordData.parse(
                        RecordType.parse(type).orElseThrow(),
                        Token.split(text.replace("\\\\", "\\")),
                        DomainName.ROOT);
        assertThat(parsed)
                .isInstanceOfSatisfying(
                        ParsedData.Invalid.class,
                        invalid ->
                                assertThat(invalid.problem())
                                        .isEqualTo(problem.replace("\\\\", "\\")));
    }

    @Test
    void pointsAtTheWordAtFault() {
        var words = Token.split("10 20 mail.");
        assertThat(RecordData.parse(RecordType.MX, words, DomainName.ROOT))
                .isInstanceOfSatisfying(
                        ParsedData.Invalid.class,
                        invalid -> assertThat(invalid.at()).contains(words.get(2)));
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
