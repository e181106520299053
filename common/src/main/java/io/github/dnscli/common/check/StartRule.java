package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Soa;
import java.util.Set;

/// One SOA record, at the apex, with a host as primary server (RFC 1035 §5.2).
final class StartRule implements NameRule {

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.SOA);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        at.set(RecordType.SOA).ifPresent(set -> judge(at, set, findings));
    }

    private static void judge(NameInZone at, RecordSet set, Findings findings) {
        if (!at.isApex()) {
            findings.add(
                    StructureChecks.SOA_NOT_AT_APEX,
                    set,
                    "SOA record at '"
                            + at.name().display()
                            + "', which is not the apex of '"
                            + at.zone().origin().display()
                            + "'",
                    "each zone wants a file of its own");
            return;
        }
        if (set.data().size() > 1) {
            findings.add(
                    StructureChecks.MULTIPLE_SOA,
                    set.records().getLast(),
                    set.data().size() + " SOA records at the apex",
                    "keep one");
        }
        var primary = Soa.of(set.data().getFirst()).primary();
        if (!primary.isHostName()) {
            findings.add(
                    StructureChecks.SOA_MNAME_NOT_HOST,
                    set,
                    "primary server '"
                            + primary.display()
                            + "' in the SOA record is not a host name",
                    "");
        }
    }
}
