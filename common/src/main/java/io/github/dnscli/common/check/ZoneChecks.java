package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.zone.Zone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
                    new SubtreeRule(),
                    new AliasTargetRule(),
                    new NameServerRule(),
                    new TargetRule(),
                    new CutRule(),
                    new SignerRule(),
                    new ServiceBindingRule(),
                    new TlsaFieldsRule(),
                    new CaaRule(),
                    new ChildKeyRule(),
                    new SubstitutionRule());

    /// What is wise, and what the clock decides: nothing that forbids serving.
    private static final List<NameRule> ADVICE =
            List.of(
                    new TextRule(),
                    new TargetNameRule(),
                    new OwnerNameRule(),
                    new WildcardRule(),
                    new ChallengeRule(),
                    new StartAdviceRule(),
                    new TlsaOwnerRule(),
                    new SpfTypeRule(),
                    new ExpiryRule(),
                    new AlgorithmRule(),
                    new Nsec3ParametersRule(),
                    new KeyTagRule());

    /// What nobody looks for unless asked.
    private static final List<NameRule> UNASKED =
            List.of(new SpfRule(), new DmarcRule(), new DkimRule());

    private static final List<ZoneRule> ZONE_STRUCTURE = List.of(new ApexRule());

    private static final List<ZoneRule> ZONE_ADVICE =
            List.of(new SignatureRule(), new DenialRule(), new ZonemdRule());

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
        if (circumstances.withUnasked()) {
            rules.addAll(UNASKED);
        }
        if (circumstances.longestTtl().isPresent()) {
            rules.add(new TtlRule());
        }
        rules.addAll(circumstances.moreRules());
        new RuleWalk(zone, rules).judge(scope, findings);
        return findings.toList();
    }

    /// {@return the faults of the names in scope for which a zone must not be served}
    public static List<Finding> faults(Zone zone, Scope scope) {
        var places = RecordPlaces.wholeOf(zone.origin().display());
        var findings = new Findings(places, Circumstances.at(Instant.EPOCH));
        ZONE_STRUCTURE.forEach(rule -> rule.judge(zone, scope, findings));
        new RuleWalk(zone, STRUCTURE).judge(scope, findings);
        return findings.toList().stream().filter(Finding::forbidsServing).toList();
    }
}
