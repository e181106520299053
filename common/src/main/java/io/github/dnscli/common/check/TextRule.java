package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import java.util.List;

/// TXT records say something.
final class TextRule implements NameRule {

    @Override
    public void judge(Zone zone, DomainName name, List<RecordSet> sets, Findings findings) {
        for (var set : sets) {
            if (set.type().equals(RecordType.TXT)) {
                for (var record : set.records()) {
                    if (isEmpty(record.data().wire())) {
                        findings.add(
                                StructureChecks.EMPTY_TXT,
                                record,
                                "TXT record at '" + name.display() + "' is empty",
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
