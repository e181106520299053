package io.github.dnscli.ozone.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that were made to keep a checker busy: each takes about as long as it is large.
class HostileZonesTest {

    private static final int LARGE = 200_000_000;
    private static final int SMALL = LARGE / 200;

    private static final String APEX = "$TTL 60\n@ SOA a a 1 2 3 4 5\n@ NS a\na A 192.0.2.1\n";

    /// Generous: the machine may have other things to do.
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static void assertEndured(byte[] octets) {
        assertThat(Endurance.proveOnce(octets))
                .as("nanoseconds for " + octets.length + " octets")
                .isLessThan(PATIENCE.toNanos());
    }

    /// {@return a thing again and again}
    private static byte[] filled(String thing, int size) {
        byte[] unit = thing.getBytes(UTF_8);
        byte[] octets = new byte[size / unit.length * unit.length];
        for (int at = 0; at < octets.length; at += unit.length) {
            System.arraycopy(unit, 0, octets, at, unit.length);
        }
        return octets;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "\"",
                "\n",
                " \n",
                ";",
                "\\",
                "a ",
                "a",
                "\"\" ",
                "(\n",
                "( a\n",
                "\"a\n",
                "( \"\n",
                "( \" (\n",
                "a \"\n b",
                "x=\"",
                "a.",
                "\\000",
                "\0",
                "$",
                "$INCLUDE zone\n",
                "$ORIGIN a.\n",
                "$TTL 1\n",
                "a A\n",
                "@ A 192.0.2.1\n",
                "a 1 IN CNAME a\n",
                "a NS b.a\n",
                "*.* DNAME *\n",
                "( a A 192.0.2.1 )\n",
                "; ozone: allow syntax because\n",
                "a TXT ( \"\n",
                "\ufeff",
                "\r",
                "a\r",
                "é"
            })
    void megabytesOfOneThingTakeTheirTimeAndNoMore(String thing) {
        assertEndured(filled(thing, SMALL));
    }

    /// A line may say more than it is long.
    @ParameterizedTest
    @ValueSource(strings = {"$GENERATE 1-9 a$ A 192.0.2.$\n", "$GENERATE 0-65535 $ TXT $\n"})
    void kilobytesOfManyRecordsTakeTheirTimeAndNoMore(String line) {
        assertEndured(filled(line, SMALL / 20));
    }

    @Tag("slow")
    @Test
    void megabytesOfManyRecordsTakeTheirTimeAndNoMore() {
        assertEndured(filled("$GENERATE 0-65535 $ TXT $\n", SMALL));
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "\"",
                "\n",
                "a ",
                "a",
                "\"a\n",
                "( \"\n",
                "a \"\n b",
                "x=\"",
                "\\000",
                "$GENERATE 1-9 a$ A 192.0.2.$\n",
                "; ozone: allow syntax because\n"
            })
    void twoHundredMegabytesOfOneThingTakeTheirTimeAndNoMore(String thing) {
        assertEndured(filled(thing, LARGE));
    }

    @Test
    void aRecordOfManyWordsIsReadOnce() {
        assertEndured(("a TXT " + "b ".repeat(65_536)).getBytes(UTF_8));
        assertEndured(("a TYPE65400 \\# 65535 " + "00 ".repeat(65_535)).getBytes(UTF_8));
        assertEndured(("a TXT (" + "b\n".repeat(200_000) + ")").getBytes(UTF_8));
    }

    /// Under the fuzzer's watch this took longer than anything else it made.
    @Test
    void aNameGeneratedOverAndOverIsNoWork() {
        Endurance.prove((APEX + "$GENERATE 1-99999 many NS ns1\n".repeat(2)).getBytes(UTF_8));
    }

    @Test
    void aLineOfMegabytesIsReadOnce() {
        byte[] line = new byte[SMALL];
        Arrays.fill(line, (byte) 'x');
        line[SMALL / 2] = ' ';
        assertEndured(line);
    }

    @Test
    void manyTypesAtOneNameAreEndured() {
        var zone = new StringBuilder(APEX);
        for (int type = 1000; type < 4000; type++) {
            zone.append("a TYPE").append(type).append(" \\# 0\n");
        }
        assertEndured(zone.toString().getBytes(UTF_8));
    }

    @Test
    void manyFaultsInOneSetAreEndured() {
        var zone = new StringBuilder(APEX);
        for (int server = 0; server < 20_000; server++) {
            zone.append("b NS ns").append(server).append(".b\n");
        }
        assertEndured(zone.toString().getBytes(UTF_8));
    }
}
