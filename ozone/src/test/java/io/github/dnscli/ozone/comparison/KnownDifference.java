package io.github.dnscli.ozone.comparison;

import io.github.dnscli.common.finding.Finding;
import java.util.List;

/// Why we refuse what `named-checkzone`, `kzonecheck` and `nsd-checkzone` all accept, which is what [#ALL] is about; and
/// what they refuse and we forgive.
///
/// @param id of our check
/// @param about a part of its message; empty when all findings of the check are meant
/// @param reason why the catalogue of checks says so
record KnownDifference(String id, String about, String reason) {

    static final List<KnownDifference> ALL =
            List.of(
                    new KnownDifference(
                            "missing-address",
                            "",
                            "mail for the name is lost until somebody notices; BIND warns"),
                    new KnownDifference(
                            "ds-without-ns",
                            "",
                            "a DS record is for a delegation (RFC 4035 §2.4), and BIND's server refuses it later"),
                    new KnownDifference(
                            "ttl-out-of-range",
                            "",
                            "such a TTL counts as 0 (RFC 2181 §8), which nobody means; BIND says so"),
                    new KnownDifference(
                            "bad-rdata",
                            "key65535",
                            "the key is reserved and never stands in a record (RFC 9460 §14.3.2)"),
                    new KnownDifference(
                            "soa-mname-not-host",
                            "",
                            "no secondary and no updater finds the primary server (RFC 2136 §4.3)"),
                    new KnownDifference(
                            "tlsa-fields", "", "no client can use the record (RFC 6698 §2.1)"),
                    new KnownDifference(
                            "caa-syntax",
                            "",
                            "an authority that cannot read it issues nothing (RFC 8659 §4.1)"),
                    new KnownDifference(
                            "svcb-parameters",
                            "",
                            "clients ignore a malformed set altogether (RFC 9460 §2.2)"),
                    new KnownDifference(
                            "cds-cdnskey",
                            "",
                            "the parent acts on it, or on half of it (RFC 7344 §4)"),
                    new KnownDifference(
                            "ns-beside-dname",
                            "",
                            "the two contradict each other below the apex (RFC 6672 §2.3)"),
                    new KnownDifference(
                            "zonemd",
                            "",
                            "secondaries that verify the zone refuse it (RFC 8976 §4)"),
                    new KnownDifference(
                            "dnssec-signature",
                            "",
                            "the others do not verify signatures unless they are asked to"),
                    new KnownDifference(
                            "dnssec-chain",
                            "",
                            "the others do not follow the chain unless they are asked to"));

    /// Editors of some systems begin a file with it, and nothing is lost when it is passed over.
    private static final String BYTE_ORDER_MARK = "\ufeff";

    /// What a TTL is when nobody says so is told as a warning. BIND refuses such a record if it is the first of the file.
    private static final String MISSING_TTL = "missing-ttl";

    boolean explains(Finding finding) {
        return finding.check().id().equals(id) && finding.message().contains(about);
    }

    static boolean isForgiven(Judgement judgement) {
        return judgement.label().contains(BYTE_ORDER_MARK)
                || judgement.findings().stream()
                        .anyMatch(finding -> finding.check().id().equals(MISSING_TTL));
    }

    static boolean explainsAll(Judgement judgement) {
        return judgement.findings().stream()
                .filter(Finding::isError)
                .allMatch(finding -> ALL.stream().anyMatch(known -> known.explains(finding)));
    }
}
