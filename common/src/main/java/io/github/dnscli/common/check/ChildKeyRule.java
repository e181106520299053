package io.github.dnscli.common.check;

import static io.github.dnscli.common.check.StructureChecks.CDS_CDNSKEY;

import io.github.dnscli.common.dnssec.KeyDigest;
import io.github.dnscli.common.dnssec.Keyring;
import io.github.dnscli.common.dnssec.ZoneKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What a zone asks its parent to publish makes sense: it stands at the apex, CDS and CDNSKEY ask for the same, and
/// the delegation would still work (RFC 7344 §4); to ask for no DS at all there is one form (RFC 8078 §4).
final class ChildKeyRule implements NameRule {

    private static final byte[] DELETE_CDS = {0, 0, 0, 0, 0};
    private static final byte[] DELETE_CDNSKEY = {0, 0, 3, 0, 0};

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.CDS, RecordType.CDNSKEY);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        var cds = at.set(RecordType.CDS);
        var cdnskey = at.set(RecordType.CDNSKEY);
        if (!at.isApex()) {
            cds.ifPresent(set -> reportPlace(set, findings));
            cdnskey.ifPresent(set -> reportPlace(set, findings));
            return;
        }
        boolean cdsDeletes = cds.filter(ChildKeyRule::deletes).isPresent();
        boolean cdnskeyDeletes = cdnskey.filter(ChildKeyRule::deletes).isPresent();
        if (cdsDeletes || cdnskeyDeletes) {
            cds.filter(_ -> cdsDeletes).ifPresent(set -> judgeDeletion(set, findings));
            cdnskey.filter(_ -> cdnskeyDeletes).ifPresent(set -> judgeDeletion(set, findings));
            if (cds.isPresent() && cdnskey.isPresent() && cdsDeletes != cdnskeyDeletes) {
                report(
                        (cdsDeletes ? cdnskey : cds).get().records().getFirst(),
                        "CDS and CDNSKEY records disagree: only the "
                                + (cdsDeletes ? "CDS" : "CDNSKEY")
                                + " record asks to delete the DS records",
                        "ask for the same with both",
                        findings);
            }
            return;
        }
        judgeKeys(at, cds, cdnskey, findings);
    }

    private static void reportPlace(RecordSet set, Findings findings) {
        report(
                set.records().getFirst(),
                set.type() + " at '" + set.owner().display() + "', which is not the zone's apex",
                "the parent looks for it at the apex alone",
                findings);
    }

    /// Algorithm 0 asks for deletion, and nothing else does.
    private static boolean deletes(RecordSet set) {
        return set.data().stream().anyMatch(ChildKeyRule::deletes);
    }

    private static boolean deletes(RecordData data) {
        return data.wire()[data.type().equals(RecordType.CDS) ? 2 : 3] == 0;
    }

    private static void judgeDeletion(RecordSet set, Findings findings) {
        boolean isCds = set.type().equals(RecordType.CDS);
        for (var record : set.records()) {
            byte[] wire = record.data().wire();
            if (deletes(record.data())
                    && !Arrays.equals(wire, isCds ? DELETE_CDS : DELETE_CDNSKEY)) {
                report(
                        record,
                        set.type()
                                + " '"
                                + record.data().text()
                                + "' asks to delete the DS records in a form that means nothing",
                        "the one form is '" + (isCds ? "0 0 0 00" : "0 3 0 AA==") + "'",
                        findings);
            }
        }
        if (set.data().size() > 1) {
            report(
                    set.records().getLast(),
                    set.type() + " asks to delete the DS records, and stands beside others",
                    "a request to delete stands alone",
                    findings);
        }
    }

    private static void judgeKeys(
            NameInZone at,
            Optional<RecordSet> cds,
            Optional<RecordSet> cdnskey,
            Findings findings) {
        var keyring = new Keyring(at.set(RecordType.DNSKEY).map(RecordSet::data).orElse(List.of()));
        cds.ifPresent(set -> judgeDigests(at.name(), set, keyring, findings));
        cdnskey.ifPresent(set -> judgeCopies(set, keyring, findings));
        if (cds.isPresent() && cdnskey.isPresent()) {
            judgePair(at.name(), cds.get(), cdnskey.get(), findings);
        }
    }

    private static void judgeDigests(
            DomainName zone, RecordSet cds, Keyring keyring, Findings findings) {
        var orphans = new Orphans();
        for (var record : cds.records()) {
            var digest = KeyDigest.of(record.data());
            var candidates = keyring.candidates(digest.algorithm(), digest.keyTag());
            boolean fits = candidates.stream().anyMatch(key -> digest.isOf(key, zone));
            orphans.add(digest.algorithm(), record, !candidates.isEmpty());
            if (!fits && !candidates.isEmpty()) {
                report(
                        record,
                        "CDS of key " + digest.key() + " has a digest that is not that key's",
                        "make it anew from the DNSKEY record",
                        findings);
            }
        }
        orphans.report(findings);
    }

    private static void judgeCopies(RecordSet cdnskey, Keyring keyring, Findings findings) {
        var orphans = new Orphans();
        for (var record : cdnskey.records()) {
            var key = ZoneKey.of(record.data());
            boolean fits = keyring.candidates(key.algorithm(), key.tag()).contains(key);
            orphans.add(key.algorithm(), record, fits);
        }
        orphans.report(findings);
    }

    /// The algorithms whose records all speak of keys that are not in the zone. One such key may be waiting for its time
    /// (RFC 6781 §4.1.2), but with nothing else the delegation breaks.
    private static final class Orphans {

        private final TreeMap<Integer, ResourceRecord> first = new TreeMap<>();
        private final Set<Integer> good = new HashSet<>();

        void add(int algorithm, ResourceRecord record, boolean fits) {
            first.putIfAbsent(algorithm, record);
            if (fits) {
                good.add(algorithm);
            }
        }

        void report(Findings findings) {
            first.forEach(
                    (algorithm, record) -> {
                        if (!good.contains(algorithm)) {
                            ChildKeyRule.report(
                                    record,
                                    record.type()
                                            + " of key "
                                            + name(record)
                                            + " belongs to no DNSKEY record of the zone",
                                    "it would break the delegation: publish the key first",
                                    findings);
                        }
                    });
        }

        private static String name(ResourceRecord record) {
            return record.type().equals(RecordType.CDS)
                    ? KeyDigest.of(record.data()).key()
                    : ZoneKey.of(record.data()).toString();
        }
    }

    private static void judgePair(
            DomainName zone, RecordSet cds, RecordSet cdnskey, Findings findings) {
        var keyring = new Keyring(cdnskey.data());
        var digested = new HashSet<ZoneKey>();
        for (var record : cds.records()) {
            var digest = KeyDigest.of(record.data());
            var keys =
                    keyring.candidates(digest.algorithm(), digest.keyTag()).stream()
                            .filter(key -> digest.isOf(key, zone))
                            .toList();
            digested.addAll(keys);
            if (keys.isEmpty()) {
                report(
                        record,
                        "CDS of key " + digest.key() + " has no CDNSKEY record beside it",
                        "publish both for the same keys",
                        findings);
            }
        }
        for (var record : cdnskey.records()) {
            var key = ZoneKey.of(record.data());
            if (!digested.contains(key)) {
                report(
                        record,
                        "CDNSKEY of key " + key + " has no CDS record beside it",
                        "publish both for the same keys",
                        findings);
            }
        }
    }

    private static void report(
            ResourceRecord record, String message, String hint, Findings findings) {
        findings.add(CDS_CDNSKEY, record, message, hint);
    }
}
