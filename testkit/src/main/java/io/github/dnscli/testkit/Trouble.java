package io.github.dnscli.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Lines of zone files that checkers disagree about, or that all of them refuse, or that look worse than they are.
public final class Trouble {

    /// A zone of `example.com` without a flaw, to which one trouble is added at a time.
    private static final String ZONE =
            """
            $TTL 3600
            @ SOA ns1 hostmaster 2026010100 7200 1800 1209600 3600
            @ NS ns1
            @ NS ns2
            ns1 A 192.0.2.1
            ns2 A 192.0.2.2
            www A 192.0.2.80
            """;

    private Trouble() {}

    /// {@return all lines of trouble, some of which are several lines}
    public static List<String> all() {
        try (var lines = Trouble.class.getResourceAsStream("troubles")) {
            return new String(lines.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.replace('¶', '\n'))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// {@return a zone that is good but for a trouble}
    public static String zoneWith(String trouble) {
        return ZONE + trouble + "\n";
    }
}
