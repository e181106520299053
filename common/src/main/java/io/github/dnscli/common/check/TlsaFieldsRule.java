package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import java.util.Set;

/// The numbers of a TLSA or SMIMEA record are registered, and a digest is as long as its kind says (RFC 6698 §2.1, §7,
/// RFC 8162 §2). 255 is for private use: a signing request stands in a `3 255 0`.
final class TlsaFieldsRule implements NameRule {

    private static final int PRIVATE = 255;

    private static final int[] DIGEST_OCTETS = {0, 32, 64};

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.TLSA, RecordType.SMIMEA);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        at.set(RecordType.TLSA).ifPresent(set -> judge(set, findings));
        at.set(RecordType.SMIMEA).ifPresent(set -> judge(set, findings));
    }

    private static void judge(RecordSet set, Findings findings) {
        for (var record : set.records()) {
            judge(record, record.data().wire(), findings);
        }
    }

    private static void judge(ResourceRecord record, byte[] wire, Findings findings) {
        judgeNumber(record, "usage", wire[0] & 0xff, 3, findings);
        judgeNumber(record, "selector", wire[1] & 0xff, 1, findings);
        int matching = wire[2] & 0xff;
        judgeNumber(record, "matching type", matching, 2, findings);
        if (matching < DIGEST_OCTETS.length) {
            judgeLength(record, matching, wire.length - 3, findings);
        }
    }

    private static void judgeNumber(
            ResourceRecord record, String field, int value, int last, Findings findings) {
        if (value > last && value != PRIVATE) {
            findings.add(
                    StructureChecks.TLSA_FIELDS,
                    record,
                    field + " '" + value + "' is not in 0.." + last,
                    "");
        }
    }

    private static void judgeLength(
            ResourceRecord record, int matching, int length, Findings findings) {
        int due = DIGEST_OCTETS[matching];
        if (due == 0 && length == 0) {
            findings.add(StructureChecks.TLSA_FIELDS, record, "association data is empty", "");
        } else if (due != 0 && length != due) {
            findings.add(
                    StructureChecks.TLSA_FIELDS,
                    record,
                    "association data of "
                            + length
                            + " octets, where matching type '"
                            + matching
                            + "' wants "
                            + due,
                    matching == 1 ? "SHA-256 has 64 hex digits" : "SHA-512 has 128 hex digits");
        }
    }
}
