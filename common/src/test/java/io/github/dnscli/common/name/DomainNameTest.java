package io.github.dnscli.common.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    private static final DomainName EXAMPLE = DomainName.of("example.com");

    @Test
    void readsAbsoluteAndRelativeNames() {
        assertThat(DomainName.of("example.com")).isEqualTo(DomainName.of("example.com."));
        assertThat(parsed("www")).hasToString("www.example.com.");
        assertThat(parsed("www.")).hasToString("www.");
        assertThat(parsed("@")).isEqualTo(EXAMPLE);
        assertThat(parsed(".")).isEqualTo(DomainName.ROOT);
        assertThat(parsed("\\@")).hasToString("\\@.example.com.");
    }

    private static DomainName parsed(String text) {
        return switch (DomainName.parse(text, EXAMPLE)) {
            case ParsedName.Valid(var name) -> name;
            case ParsedName.Invalid(var problem, _) -> throw new AssertionError(problem);
        };
    }

    @Test
    void readsEscapes() {
        assertThat(DomainName.of("a\\.b.c").labelCount()).isEqualTo(2);
        assertThat(DomainName.of("\\065b.").wire()).containsExactly(2, 'A', 'b', 0);
        assertThat(DomainName.of("\\000\\255.").wire()).containsExactly(2, 0, 255, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''        | a name is missing | 0
                    ..        | empty label | 0
                    .a        | empty label | 0
                    a..b      | empty label | 2
                    a\\25.b   | bad escape: '\\' wants a character or three digits up to 255 | 1
                    a\\256    | bad escape: '\\' wants a character or three digits up to 255 | 1
                    a\\       | bad escape: '\\' wants a character or three digits up to 255 | 1
                    """)
    void saysWhyATextIsNoName(String text, String problem, int offset) {
        assertThat(DomainName.parse(text.replace("\\\\", "\\"), EXAMPLE))
                .isEqualTo(new ParsedName.Invalid(problem.replace("\\\\", "\\"), offset));
    }

    @Test
    void knowsTheLimitsOfLabelsAndNames() {
        String longest = "a".repeat(63);
        String almost = String.join(".", longest, longest, longest);
        assertThat(DomainName.of(longest).wireLength()).isEqualTo(65);
        assertThat(DomainName.of(almost + "." + "a".repeat(61)).wireLength()).isEqualTo(255);
        assertThat(DomainName.parse(longest + "a", EXAMPLE))
                .isEqualTo(new ParsedName.Invalid("label longer than 63 octets", 64));
        assertThat(DomainName.parse(almost + "." + "a".repeat(62) + ".", EXAMPLE))
                .isInstanceOfSatisfying(
                        ParsedName.Invalid.class,
                        i -> assertThat(i.problem()).isEqualTo("name longer than 255 octets"));
        assertThat(DomainName.parse(almost + "." + "a".repeat(50), EXAMPLE))
                .isInstanceOfSatisfying(
                        ParsedName.Invalid.class,
                        i ->
                                assertThat(i.problem())
                                        .isEqualTo(
                                                "name longer than 255 octets once 'example.com.' is appended"));
        assertThat(DomainName.of("a.".repeat(127)).labelCount()).isEqualTo(127);
    }

    @Test
    void namesTheTextThatIsNoName() {
        assertThatThrownBy(() -> DomainName.of("a..b"))
                .hasMessage("'a..b' is not a domain name: empty label");
        assertThatThrownBy(() -> EXAMPLE.child("a..b"))
                .hasMessage("'a..b' under 'example.com.': empty label");
    }

    @Test
    void refusesWireOctetsThatAreNoName() {
        assertThatThrownBy(() -> DomainName.ofWire(new byte[] {1, 'a'}, 0, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DomainName.ofWire(new byte[] {(byte) 0xc0, 0}, 0, 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ignoresTheCaseOfAsciiLettersAndKeepsIt() {
        var shouted = DomainName.of("EXAMPLE.Com");
        assertThat(shouted).isEqualTo(EXAMPLE).hasSameHashCodeAs(EXAMPLE);
        assertThat(shouted).isEqualByComparingTo(EXAMPLE).hasToString("EXAMPLE.Com.");
        assertThat(shouted.isSpelledLike(EXAMPLE)).isFalse();
        assertThat(shouted.lowerCase().isSpelledLike(EXAMPLE)).isTrue();
        assertThat(DomainName.of("[.")).isNotEqualTo(DomainName.of("{."));
    }

    /// The example of RFC 4034 §6.1.
    @Test
    void sortsCanonically() {
        var names =
                Stream.of(
                                "example.",
                                "a.example.",
                                "yljkjljk.a.example.",
                                "Z.a.example.",
                                "zABC.a.EXAMPLE.",
                                "z.example.",
                                "\\001.z.example.",
                                "*.z.example.",
                                "\\200.z.example.")
                        .map(DomainName::of)
                        .toList();
        var shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(shuffled.stream().sorted().toList()).isEqualTo(names);
    }

    @Test
    void knowsWhatStandsBelowWhat() {
        var host = DomainName.of("a.b.Example.com");
        assertThat(host.isBelow(EXAMPLE)).isTrue();
        assertThat(EXAMPLE.isBelow(EXAMPLE)).isFalse();
        assertThat(EXAMPLE.isAtOrBelow(EXAMPLE)).isTrue();
        assertThat(EXAMPLE.isBelow(DomainName.ROOT)).isTrue();
        assertThat(DomainName.of("badexample.com").isAtOrBelow(EXAMPLE)).isFalse();
        assertThat(DomainName.of("x\\007example.com").isAtOrBelow(EXAMPLE)).isFalse();
    }

    @Test
    void takesNamesApartAndPutsThemTogether() {
        var host = DomainName.of("a.b.example.com");
        assertThat(host.parent()).hasToString("b.example.com.");
        assertThat(host.suffix(1)).hasToString("com.");
        assertThat(host.firstLabel()).isEqualTo("a");
        assertThat(host.startsWith("A")).isTrue();
        assertThat(EXAMPLE.child("a.b")).isEqualTo(host);
        assertThat(EXAMPLE.wildcard().isWildcard()).isTrue();
        assertThat(host.withSuffix(EXAMPLE, DomainName.of("org"))).hasToString("a.b.org.");
    }

    @Test
    void isWrittenRelativeToAnOrigin() {
        assertThat(DomainName.of("a.b.example.com").relativeTo(EXAMPLE)).isEqualTo("a.b");
        assertThat(EXAMPLE.relativeTo(EXAMPLE)).isEqualTo("@");
        assertThat(DomainName.of("example.org").relativeTo(EXAMPLE)).isEqualTo("example.org.");
        assertThat(EXAMPLE.relativeTo(DomainName.ROOT)).isEqualTo("example.com.");
        assertThat(DomainName.ROOT.relativeTo(DomainName.ROOT)).isEqualTo(".");
        assertThat(EXAMPLE.display()).isEqualTo("example.com");
        assertThat(DomainName.ROOT.display()).isEqualTo(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "a-b.example", "3com.com", ".", "localhost", "1.a"})
    void acceptsHostNames(String name) {
        assertThat(DomainName.of(name).isHostName()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"_a.example", "-a.example", "a-.example", "*.example", "1.2.3.4", "a\\.b.c"})
    void refusesOtherNamesAsHostNames(String name) {
        assertThat(DomainName.of(name).isHostName()).isFalse();
    }

    @Test
    void anyNameCanBeWrittenAndReadAgain() {
        long seed = 20261122;
        var random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            var name = random(random);
            assertThat(DomainName.of(name.toString()).wire())
                    .as("seed %s", seed)
                    .isEqualTo(name.wire());
            String relative = name.relativeTo(EXAMPLE);
            assertThat(parsed(relative)).as(relative).isEqualTo(name);
        }
    }

    private static DomainName random(Random random) {
        byte[] wire = new byte[255];
        int length = 0;
        for (int labels = random.nextInt(5); labels > 0; labels--) {
            byte[] label = new byte[1 + random.nextInt(12)];
            random.nextBytes(label);
            wire[length++] = (byte) label.length;
            System.arraycopy(label, 0, wire, length, label.length);
            length += label.length;
        }
        var name = DomainName.ofWire(wire, 0, 255);
        return random.nextBoolean() ? name : name.withSuffix(DomainName.ROOT, EXAMPLE);
    }

    @Test
    void orderIsTotal() {
        var random = new Random(7);
        List<DomainName> names = Stream.generate(() -> random(random)).limit(60).toList();
        for (var a : names) {
            for (var b : names) {
                assertThat(Integer.signum(a.compareTo(b)))
                        .isEqualTo(-Integer.signum(b.compareTo(a)));
                assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
            }
        }
    }
}
