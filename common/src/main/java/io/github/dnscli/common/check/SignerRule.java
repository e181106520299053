package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.Set;

/// DS records stand at a cut, on the parent's side (RFC 4035 §2.4).
final class SignerRule implements NameRule {

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.DS);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        at.set(RecordType.DS).ifPresent(signers -> judge(at, signers, findings));
    }

    private static void judge(NameInZone at, RecordSet signers, Findings findings) {
        if (at.isApex()) {
            findings.add(
                    StructureChecks.DS_AT_APEX,
                    signers,
                    "DS record at the apex: it belongs to the parent zone",
                    "remove it here, and have the parent publish it");
        } else if (at.set(RecordType.NS).isEmpty()) {
            findings.add(
                    StructureChecks.DS_WITHOUT_NS,
                    signers,
                    "DS record at '" + at.name().display() + "', which is not delegated",
                    "add the NS records of the delegation, or remove the DS record");
        }
    }
}
