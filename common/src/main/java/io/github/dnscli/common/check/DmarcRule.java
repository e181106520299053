package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.Set;

/// What stands at `_dmarc` is one well-formed DMARC policy (RFC 7489 §6.3, §6.6.3).
final class DmarcRule implements NameRule {

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.TXT);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        if (at.name().startsWith("_dmarc")) {
            at.set(RecordType.TXT).ifPresent(set -> judge(set, findings));
        }
    }

    private static void judge(RecordSet set, Findings findings) {
        int policies = 0;
        for (var record : set.records()) {
            String text = TextStrings.of(record.data()).joined();
            if (!MailPolicy.isOne(text)) {
                continue;
            }
            policies++;
            for (String problem : MailPolicy.problems(text)) {
                findings.add(PolicyChecks.DMARC_SYNTAX, record, problem, "");
            }
            if (policies == 2) {
                findings.add(
                        PolicyChecks.DMARC_SYNTAX,
                        record,
                        "'" + set.owner().display() + "' has more than one DMARC policy",
                        "receivers then heed none: keep one");
            }
        }
        if (policies == 0) {
            findings.add(
                    PolicyChecks.DMARC_SYNTAX,
                    set,
                    "no TXT record at '"
                            + set.owner().display()
                            + "' begins with 'v=DMARC1', so there is no policy",
                    "");
        }
    }
}
