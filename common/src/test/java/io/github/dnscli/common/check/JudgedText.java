package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/// A zone file and what is found in it, for tables of cases.
final class JudgedText {

    /// The first four lines of most zones here: whatever follows begins on line 5.
    static final String START =
            """
            $TTL 3600
            @   SOA ns1 hostmaster 1 7200 900 1209600 300
                NS  ns1
            ns1 A   192.0.2.1
            """;

    private JudgedText() {}

    /// Lines that follow [#START], and what is found: line, column and id.
    record Case(String lines, List<String> findings) {
        static Case of(String lines, String... findings) {
            return new Case(lines, List.of(findings));
        }
    }

    static List<Finding> judge(String origin, String text, Circumstances circumstances) {
        var source = new Source(text.getBytes(StandardCharsets.UTF_8), origin);
        var options = ReaderOptions.forZone(DomainName.of(origin));
        return ZoneFileChecks.judge(ZoneReader.read(source, options), circumstances).findings();
    }

    static List<Finding> judge(String text) {
        return judge("example.com", text, Circumstances.at(Instant.EPOCH));
    }

    static List<String> placed(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.place().line() + ":" + f.place().column() + " " + f.check().id())
                .toList();
    }
}
