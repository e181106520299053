package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.Set;

/// What stands at a selector, `SELECTOR._domainkey.DOMAIN`, is one well-formed key (RFC 6376 §3.6.1, §3.6.2.2).
final class DkimRule implements NameRule {

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.TXT);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        if (isSelector(at.name())) {
            at.set(RecordType.TXT).ifPresent(set -> judge(set, findings));
        }
    }

    /// Other things stand there below labels that begin with an underscore, such as `_adsp` and `_report`.
    private static boolean isSelector(DomainName name) {
        for (var above = name; !above.isRoot(); above = above.parent()) {
            if (above.startsWith("_domainkey")) {
                return !name.firstLabel().startsWith("_");
            }
        }
        return false;
    }

    private static void judge(RecordSet set, Findings findings) {
        for (var record : set.records()) {
            for (String problem : MailKey.problems(TextStrings.of(record.data()).joined())) {
                findings.add(PolicyChecks.DKIM_SYNTAX, record, problem, "");
            }
        }
        if (set.data().size() > 1) {
            findings.add(
                    PolicyChecks.DKIM_SYNTAX,
                    set.records().getLast(),
                    "'" + set.owner().display() + "' has more than one TXT record",
                    "a selector has one key: give each key a selector of its own");
        }
    }
}
