package io.github.dnscli.ozone.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dnscli.common.check.Circumstances;
import io.github.dnscli.common.check.ZoneFileChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneReader;
import io.github.dnscli.ozone.comparison.Checker.Opinion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What all checkers think of one zone.
///
/// @param label what is special about the zone
/// @param peers the opinion of each checker of others
/// @param findings what ozone found
record Judgement(String label, Map<Checker, Opinion> peers, List<Finding> findings) {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");

    /// Asks all of them; the others work side by side.
    static Judgement of(String label, String zone, Path folder)
            throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("zone"), zone, UTF_8);
        var asked = new EnumMap<Checker, Checker.Asked>(Checker.class);
        for (var checker : Checker.values()) {
            asked.put(checker, checker.ask(file));
        }
        var opinions = new EnumMap<Checker, Opinion>(Checker.class);
        for (var one : asked.entrySet()) {
            opinions.put(one.getKey(), one.getValue().opinion());
        }
        return new Judgement(label, opinions, findings(zone));
    }

    /// {@return what we find}
    static List<Finding> findings(String zone) {
        var source = new Source(zone.getBytes(UTF_8), "zone");
        var options = ReaderOptions.forZone(DomainName.of("example.com"));
        return ZoneFileChecks.judge(ZoneReader.read(source, options), Circumstances.at(NOW))
                .findings();
    }

    boolean isAcceptedByUs() {
        return findings.stream().noneMatch(Finding::isError);
    }

    boolean isAcceptedByAllOthers() {
        return peers.values().stream().allMatch(Opinion::accepts);
    }

    boolean isRefusedByAllOthers() {
        return peers.values().stream().noneMatch(Opinion::accepts);
    }

    boolean isUnanimous() {
        return isAcceptedByUs() ? isAcceptedByAllOthers() : isRefusedByAllOthers();
    }

    /// {@return who accepts the zone, in one line: `ozone- named+ knot- nsd+`}
    String votes() {
        var votes = new StringBuilder("ozone").append(isAcceptedByUs() ? '+' : '-');
        peers.forEach(
                (checker, opinion) ->
                        votes.append(' ')
                                .append(checker.name().toLowerCase(Locale.ROOT))
                                .append(opinion.accepts() ? '+' : '-'));
        return votes.toString();
    }

    /// {@return the zone's label, the votes, and what everybody said}
    @Override
    public String toString() {
        var text = new StringBuilder(votes()).append("  ").append(label.replace("\n", " ¶ "));
        for (var finding : findings) {
            if (finding.severity() != Severity.OFF) {
                text.append("\n    ozone: ").append(finding);
            }
        }
        peers.forEach(
                (checker, opinion) ->
                        text.append("\n    ").append(checker).append(": ").append(opinion.said()));
        return text.append('\n').toString();
    }
}
