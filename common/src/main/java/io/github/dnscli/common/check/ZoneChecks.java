package io.github.dnscli.common.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.zone.Zone;
import java.util.LinkedHashMap;
import java.util.List;

/// Judges one zone by all rules of its structure.
///
/// ```java
/// List<Finding> findings = ZoneChecks.judge(zone, RecordPlaces.wholeOf("example.com"), Place.wholeOf("example.com"));
/// ```
public final class ZoneChecks {

    private static final List<NameRule> RULES =
            List.of(
                    new ApexRule(),
                    new AliasRule(),
                    new NameServerRule(),
                    new TargetRule(),
                    new CutRule(),
                    new TextRule());

    private ZoneChecks() {}

    /// {@return everything that is wrong with a zone}
    ///
    /// @param places where its records stand
    /// @param whole the place of what is missing altogether
    public static List<Finding> judge(Zone zone, RecordPlaces places, Place whole) {
        var findings = new Findings(places, whole);
        ApexRule.judgePresence(zone, findings);
        var byName =
                zone.recordSets()
                        .collect(groupingBy(RecordSet::owner, LinkedHashMap::new, toList()));
        byName.forEach(
                (name, sets) -> RULES.forEach(rule -> rule.judge(zone, name, sets, findings)));
        return findings.toList();
    }
}
