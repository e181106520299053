package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Lines of a zone file, and what a rule says of them.
///
/// @param lines follow [#START], so the first of them is line 5
/// @param findings each as `line:column message`
record RuleTrial(String lines, List<String> findings) {

    static final String START =
            """
            $TTL 3600
            @   SOA ns1 hostmaster 1 7200 900 1209600 300
                NS  ns1
            ns1 A   192.0.2.1
            """;

    static RuleTrial of(String lines, String... findings) {
        return new RuleTrial(lines, List.of(findings));
    }

    /// {@return what a check says of these lines}
    List<String> judge(Check check) {
        return findings(START + lines, check);
    }

    /// {@return what a check says of a whole zone file}
    static List<String> findings(String text, Check check) {
        return all(text)
                .filter(finding -> finding.check().equals(check))
                .map(f -> f.place().line() + ":" + f.place().column() + " " + f.message())
                .toList();
    }

    /// {@return the ids of all that is said of these lines}
    List<String> ids() {
        return all(START + lines).map(finding -> finding.check().id()).toList();
    }

    private static Stream<Finding> all(String text) {
        var source = new Source(text.getBytes(StandardCharsets.UTF_8), "example.com");
        var options = ReaderOptions.forZone(DomainName.of("example.com"));
        var file = ZoneReader.read(source, options);
        return ZoneFileChecks.judge(file, Circumstances.at(Instant.EPOCH).withAllChecks())
                .findings()
                .stream();
    }
}
