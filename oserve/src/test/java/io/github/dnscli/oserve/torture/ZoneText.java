package io.github.dnscli.oserve.torture;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneReader;
import io.github.dnscli.common.zone.Zone;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The zones of the ordeal as texts, and the lines in them that the operator knows.
final class ZoneText {

    static final List<DomainName> ORIGINS =
            List.of(
                    DomainName.of("example.com"),
                    DomainName.of("example.net"),
                    DomainName.of("example.org"),
                    DomainName.of("sub.example.org"));

    /// How many names the operator and the clients are at odds about, in each zone.
    static final int CONTESTED = 3;

    private static final String OPERATORS_PART = "; --- the operator's part ---\n";
    private static final Pattern SERIAL = Pattern.compile("(\\d+)(\\s*; the serial\\b)");

    private ZoneText() {}

    static String first(DomainName origin) {
        return """
        ; zone %s: this comment stays
        $TTL 300
        @       IN SOA ns1 hostmaster (
                        1000    ; the serial
                        2h 30m 2w 5m ) ; timers as agreed
                IN NS  ns1      ; only one
        ns1     IN A   127.0.0.1

        """
                        .formatted(origin.display())
                + OPERATORS_PART
                + """
                op      TXT "edited by hand"

                ; --- what is contested ---
                contested   A 192.0.2.1
                ; --- the clients' part ---
                shared      TXT "first"   ; everybody adds to it
                last        A 192.0.2.99  ; the last line
                ; end
                """;
    }

    static List<String> comments() {
        return List.of(
                "; zone ",
                "; the serial",
                "; timers as agreed",
                "; only one",
                OPERATORS_PART.strip(),
                "; --- what is contested ---",
                "; --- the clients' part ---",
                "; the last line",
                "; end");
    }

    /// {@return the text with lines at the head of the operator's part}
    static String withLines(String text, String lines) {
        return text.replace(OPERATORS_PART, OPERATORS_PART + lines);
    }

    /// {@return the text without the records of a name that is written out before each}
    static String without(String text, String owner) {
        return text.replaceAll("(?m)^" + owner + "[ \\t].*\\n(?:[ \\t]+[^ \\t;\\n].*\\n)*", "");
    }

    static Serial serial(String text) {
        return serials(text).findFirst().orElseThrow();
    }

    /// {@return all serials in a text, such as a difference between two}
    static Stream<Serial> serials(String text) {
        return SERIAL.matcher(text)
                .results()
                .map(found -> new Serial(Long.parseLong(found.group(1))));
    }

    static String withSerial(String text, Serial serial) {
        return SERIAL.matcher(text)
                .replaceFirst(found -> Matcher.quoteReplacement(serial + found.group(2)));
    }

    /// {@return the zone, if nothing is wrong with the text}
    static Optional<Zone> read(DomainName origin, String text) {
        var source = new Source(text.getBytes(StandardCharsets.UTF_8), origin.display());
        var file = ZoneReader.read(source, ReaderOptions.forZone(origin));
        return file.findings().stream().anyMatch(Finding::isError)
                ? Optional.empty()
                : Optional.of(Zone.of(origin, file.plainRecords()));
    }
}
