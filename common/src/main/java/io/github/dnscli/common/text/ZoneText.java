package io.github.dnscli.common.text;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Zone;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/// Zones as text blocks in a program, whose mistakes are the program's.
///
/// ```java
/// var zone = ZoneText.zone("example.com", """
///         @   SOA ns hostmaster 1 3600 600 86400 300
///         @   NS  ns
///         ns  A   127.0.0.1
///         """);
/// ```
public final class ZoneText {

    /// The TTL of records when the text says none.
    public static final Ttl DEFAULT_TTL = new Ttl(3600);

    private ZoneText() {}

    /// {@return the zone that a text means}; for texts of strangers, whose findings are wanted, see [ZoneReader]
    ///
    /// @param origin the zone's name, with or without the final dot
    /// @param text a zone file (RFC 1035 §5)
    /// @throws IllegalArgumentException if it has errors; the message has a line for each, with its place
    public static Zone zone(String origin, String text) {
        var source = new Source(text.getBytes(StandardCharsets.UTF_8), origin);
        var options = ReaderOptions.forZone(DomainName.of(origin)).withDefaultTtl(DEFAULT_TTL);
        var file = ZoneReader.read(source, options);
        if (file.hasErrors()) {
            throw new IllegalArgumentException(
                    file.findings().stream()
                            .filter(Finding::isError)
                            .map(Finding::toString)
                            .collect(Collectors.joining("\n")));
        }
        return file.zone();
    }
}
