package io.github.dnscli.certificate;

import io.github.dnscli.common.check.Findings;
import io.github.dnscli.common.check.NameInZone;
import io.github.dnscli.common.check.NameRule;
import io.github.dnscli.common.record.RecordType;
import java.util.Set;

/// The requests and certificates of a host are what they should be: see [CertificateChecks].
///
/// ```java
/// var circumstances = Circumstances.at(now).with(List.of(new CertificateRule()));
/// ```
///
/// Nothing that knows cryptography is loaded before a zone has records at such a name.
public final class CertificateRule implements NameRule {

    /// Makes the rule.
    public CertificateRule() {}

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.TLSA);
    }

    /// Below a cut the zone has no say, and a `*` in the middle of a name is no host; other rules tell of both.
    @Override
    public void judge(NameInZone at, Findings findings) {
        var owner = at.name();
        boolean star = owner.labelCount() > 2 && owner.parent().parent().isWildcard();
        if (star) {
            return;
        }
        var service = ServiceName.ofOwner(owner);
        var records = at.set(RecordType.TLSA);
        if (service.isPresent() && records.isPresent() && at.cut().isEmpty()) {
            new ServiceJudgement(service.get(), records.get(), findings).judge();
        }
    }
}
