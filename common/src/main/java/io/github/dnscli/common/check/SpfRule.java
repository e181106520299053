package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.Set;

/// Sender policies are well-formed, and a name has one at most (RFC 7208 §4.5).
final class SpfRule implements NameRule {

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.TXT);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        at.set(RecordType.TXT).ifPresent(set -> judge(set, findings));
    }

    private static void judge(RecordSet set, Findings findings) {
        int policies = 0;
        for (var record : set.records()) {
            var text = TextStrings.of(record.data());
            if (!SenderPolicy.isOne(text)) {
                continue;
            }
            policies++;
            for (String problem : SenderPolicy.problems(text.joined())) {
                findings.add(PolicyChecks.SPF_SYNTAX, record, problem, "");
            }
            if (policies == 2) {
                findings.add(
                        PolicyChecks.SPF_SYNTAX,
                        record,
                        "'" + set.owner().display() + "' has more than one sender policy",
                        "receivers then heed none: join them into one record");
            }
        }
    }
}
