package io.github.dnscli.common.check;

import static io.github.dnscli.common.check.SignatureChecks.DNSSEC_SIGNATURE;

import io.github.dnscli.common.dnssec.DecodedKey;
import io.github.dnscli.common.dnssec.ZoneKey;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;

/// In a signed zone each set of records that is the zone's own has a good signature by each algorithm of the zone's keys
/// (RFC 4035 §2.2, RFC 6840 §5.11), and nothing else is signed.
///
/// When the keys themselves have changed, judge the whole zone: a scope of touched names shows only the signatures of those.
final class SignatureRule implements ZoneRule {

    @Override
    public void judge(Zone zone, Scope scope, Findings findings) {
        SignedZone.of(zone)
                .ifPresent(
                        signed -> {
                            if (judgeKeys(signed, findings)) {
                                var now = findings.circumstances().now();
                                Crew.judge(
                                        NameWalk.of(zone, scope),
                                        () -> new SignatureJudge(signed, now),
                                        findings);
                            }
                        });
    }

    /// {@return whether there is a key to judge signatures by}
    private static boolean judgeKeys(SignedZone signed, Findings findings) {
        var zone = signed.zone();
        var keys = zone.recordSet(zone.origin(), RecordType.DNSKEY);
        if (keys.isEmpty()) {
            findings.add(
                    DNSSEC_SIGNATURE,
                    zone.recordSet(zone.origin(), RecordType.RRSIG).orElseThrow(),
                    "zone '"
                            + zone.origin().display()
                            + "' has signatures and no DNSKEY record at its apex",
                    "publish the zone's keys, or remove the signatures");
            return false;
        }
        judgeKeys(signed, keys.get(), findings);
        if (signed.algorithms().isEmpty()) {
            findings.add(
                    DNSSEC_SIGNATURE,
                    keys.get(),
                    "zone '"
                            + zone.origin().display()
                            + "' is signed, and none of its DNSKEY records is a zone key in force",
                    "a key needs flags 256 or 257 and protocol 3");
            return false;
        }
        return true;
    }

    private static void judgeKeys(SignedZone signed, RecordSet keys, Findings findings) {
        for (var record : keys.records()) {
            var key = ZoneKey.of(record.data());
            if (signed.keyring().decode(key) instanceof DecodedKey.Malformed(var problem)) {
                findings.add(
                        DNSSEC_SIGNATURE,
                        record,
                        "nothing can be verified by key " + key + ": " + problem,
                        "replace the key");
            }
        }
    }
}
