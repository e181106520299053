package io.github.dnscli.server.interop;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.zone.Zone;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The zones that are transferred. Their timers are long: whatever moves within the time of a test was announced.
final class SampleZone {

    private static final String HEAD =
            """
            $TTL 3600
            @    SOA ns hostmaster 1 86400 43200 1209600 300
            @    NS  ns
            ns   A   127.0.0.1
            """;

    private SampleZone() {}

    /// A few records of various types, which updates may find, and so many others that what a burst of updates changes is
    /// shorter than the zone. At its apex are only SOA and NS: NSD 4.6 has all other sets of the apex among the additions
    /// of the differences that it makes of two files, whether they are new or not.
    static String moving() {
        return HEAD
                + IntStream.range(0, 1000)
                        .mapToObj("other%d A 192.0.2.4\n"::formatted)
                        .collect(Collectors.joining())
                + """
                mail   MX    10 mail.elsewhere.example.
                mail   TXT   "v=spf1 -all"
                host1  A     192.0.2.1
                host1  AAAA  2001:db8::1
                host2  TXT   "two strings" "of one record"
                alias1 CNAME host1
                *.wild A     192.0.2.3
                sub    NS    ns.elsewhere.example.
                """;
    }

    /// Some three hundred thousand octets in three thousand records: a transfer in several messages.
    static String large() {
        return HEAD
                + IntStream.range(0, 3000)
                        .mapToObj(n -> "host%d TXT \"%s\"\n".formatted(n, "x".repeat(100)))
                        .collect(Collectors.joining());
    }

    /// Two records of sixty thousand octets: each fills a message.
    static String wide() {
        String strings = ("\"" + "y".repeat(249) + "\" ").repeat(240);
        return HEAD + "wide1 TXT " + strings + "\nwide2 TXT " + strings + "\n";
    }

    /// {@return the names of the two records}
    static List<DomainName> wideNames(DomainName origin) {
        return List.of(origin.child("wide1"), origin.child("wide2"));
    }

    static Zone zone(DomainName origin, String text) {
        return ZoneText.zone(origin.display(), text);
    }
}
