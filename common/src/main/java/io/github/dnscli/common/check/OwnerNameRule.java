package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.util.List;

/// What has addresses or takes mail is a host, and called so (RFC 952, RFC 1123 §2.1). Wildcards stand for hosts.
final class OwnerNameRule implements OddNameRule {

    private static final List<RecordType> TYPES =
            List.of(RecordType.A, RecordType.AAAA, RecordType.MX);

    @Override
    public void judge(NameInZone at, Findings findings) {
        if (!mayBeHost(at.name())) {
            TYPES.stream()
                    .flatMap(type -> at.set(type).stream())
                    .findFirst()
                    .ifPresent(set -> report(at, set, findings));
        }
    }

    private static void report(NameInZone at, RecordSet set, Findings findings) {
        findings.addAtOwner(
                PolicyChecks.NOT_A_HOSTNAME,
                set.records().getFirst(),
                "'"
                        + at.name().display()
                        + "' has a record of type "
                        + set.type()
                        + " and is not a host name",
                "host names are made of letters, digits and inner hyphens");
    }

    private static boolean mayBeHost(DomainName name) {
        return name.isWildcard() && name.parent().isHostName() || isGlobalCatalogue(name);
    }

    /// Directories of Windows want addresses at this name, and no server minds.
    private static boolean isGlobalCatalogue(DomainName name) {
        return name.startsWith("gc") && name.parent().startsWith("_msdcs");
    }
}
