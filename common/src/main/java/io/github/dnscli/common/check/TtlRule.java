package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Ttl;
import java.util.Set;

/// No TTL is longer than somebody allows.
final class TtlRule implements NameRule {

    /// Who says how long a TTL may be wants to know of longer ones.
    private static final Check TOO_LONG = PolicyChecks.TTL_TOO_LONG.as(Severity.ERROR);

    @Override
    public Set<RecordType> types() {
        return Set.of();
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        findings.circumstances().longestTtl().ifPresent(longest -> judge(at, longest, findings));
    }

    private static void judge(NameInZone at, Ttl longest, Findings findings) {
        for (var set : at.sets()) {
            if (set.ttl().compareTo(longest) > 0) {
                findings.addAtOwner(
                        TOO_LONG,
                        set.records().getFirst(),
                        "TTL "
                                + set.ttl()
                                + " of '"
                                + at.name().display()
                                + "' "
                                + set.type()
                                + " is longer than the "
                                + longest
                                + " that are allowed",
                        "");
            }
        }
    }
}
