package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordType;
import java.util.Set;

/// TXT records say something.
final class TextRule implements NameRule {

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.TXT);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        for (var set : at.sets()) {
            if (set.type().equals(RecordType.TXT)) {
                for (var record : set.records()) {
                    if (isEmpty(record.data().wire())) {
                        findings.add(
                                PolicyChecks.EMPTY_TXT,
                                record,
                                "TXT record at '" + at.name().display() + "' is empty",
                                "");
                    }
                }
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
