package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.zone.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Judges one zone, or the names of it that a change has touched, by all rules.
///
/// ```java
/// var findings = ZoneChecks.judge(zone, Scope.WHOLE, Circumstances.at(now), RecordPlaces.wholeOf("example.com"));
/// ```
public final class ZoneChecks {

    private static final List<NameRule> STRUCTURE =
            List.of(
                    new StartRule(),
                    new AliasRule(),
                    new NameServerRule(),
                    new TargetRule(),
                    new CutRule(),
                    new SubstitutionRule());

    /// What is wise, and what the clock decides: nothing that forbids serving.
    private static final List<NameRule> ADVICE = List.of(new TextRule());

    private static final List<ZoneRule> ZONE_STRUCTURE = List.of(new ApexRule());

    private static final List<ZoneRule> ZONE_ADVICE = List.of();

    private ZoneChecks() {}

    /// {@return everything that is wrong with the names in scope}
    ///
    /// @param places where the zone's records stand
    public static List<Finding> judge(
            Zone zone, Scope scope, Circumstances circumstances, RecordPlaces places) {
        var findings = new Findings(places, circumstances);
        ZONE_STRUCTURE.forEach(rule -> rule.judge(zone, scope, findings));
        ZONE_ADVICE.forEach(rule -> rule.judge(zone, scope, findings));
        var rules = new ArrayList<>(STRUCTURE);
        rules.addAll(ADVICE);
        rules.addAll(circumstances.moreRules());
        judge(zone, scope, rules, findings);
        return findings.toList();
    }

    /// {@return the faults of the names in scope for which a zone must not be served}
    public static List<Finding> faults(Zone zone, Scope scope) {
        var places = RecordPlaces.wholeOf(zone.origin().display());
        var findings = new Findings(places, Circumstances.at(Instant.EPOCH));
        ZONE_STRUCTURE.forEach(rule -> rule.judge(zone, scope, findings));
        judge(zone, scope, STRUCTURE, findings);
        return findings.toList().stream().filter(Finding::forbidsServing).toList();
    }

    private static void judge(Zone zone, Scope scope, List<NameRule> rules, Findings findings) {
        for (var name : names(zone, scope)) {
            var at = new NameInZone(zone, name);
            for (var rule : rules) {
                if (concerns(rule, at)) {
                    rule.judge(at, findings);
                }
            }
        }
    }

    private static Iterable<DomainName> names(Zone zone, Scope scope) {
        return switch (scope) {
            case Scope.Whole _ ->
                    zone.recordSets()
                            .map(RecordSet::owner)
                            .collect(Collectors.toCollection(LinkedHashSet::new));
            case Scope.Touched(var names) -> names;
        };
    }

    private static boolean concerns(NameRule rule, NameInZone at) {
        return !at.sets().isEmpty()
                && (rule.types().isEmpty()
                        || at.sets().stream().anyMatch(set -> rule.types().contains(set.type())));
    }
}
