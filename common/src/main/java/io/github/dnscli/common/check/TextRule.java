package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import java.util.Set;

/// TXT records say something.
final class TextRule implements NameRule {

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.TXT);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        at.set(RecordType.TXT).ifPresent(set -> judge(set, findings));
    }

    private static void judge(RecordSet set, Findings findings) {
        for (var data : set.data()) {
            if (isEmpty(data.wire())) {
                findings.add(
                        PolicyChecks.EMPTY_TXT,
                        new ResourceRecord(set.owner(), set.ttl(), data),
                        "TXT record at '" + set.owner().display() + "' is empty",
                        "");
            }
        }
    }

    /// Nothing but strings of length 0.
    private static boolean isEmpty(byte[] strings) {
        for (byte octet : strings) {
            if (octet != 0) {
                return false;
            }
        }
        return true;
    }
}
