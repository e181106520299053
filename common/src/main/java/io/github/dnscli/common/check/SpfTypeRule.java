package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordType;
import java.util.Set;

/// A sender policy stands in a TXT record: nobody asks for the SPF type any more (RFC 7208 §3.1).
final class SpfTypeRule implements NameRule {

    private static final RecordType SPF = new RecordType(99);

    @Override
    public Set<RecordType> types() {
        return Set.of(SPF);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        var spf = at.set(SPF);
        if (spf.isPresent() && !hasPolicy(at)) {
            findings.add(
                    PolicyChecks.SPF_WITHOUT_TXT,
                    spf.get(),
                    "'"
                            + at.name().display()
                            + "' has an SPF record and no TXT record with a policy",
                    "publish the policy as TXT: nobody asks for type SPF any more");
        }
    }

    private static boolean hasPolicy(NameInZone at) {
        var text = at.set(RecordType.TXT);
        if (text.isPresent()) {
            for (var data : text.get().data()) {
                if (SenderPolicy.isOne(TextStrings.of(data))) {
                    return true;
                }
            }
        }
        return false;
    }
}
