package io.github.dnscli.common.check;

import static io.github.dnscli.common.check.SignatureChecks.ZONEMD;

import io.github.dnscli.common.dnssec.ZoneDigest;
import io.github.dnscli.common.dnssec.ZoneHash;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;

/// A digest of the zone is the zone's (RFC 8976 §4). Schemes and algorithms that are not known here are left alone.
///
/// There is no way to judge a part of a digest: whatever the scope, the whole zone is read when it has one.
final class ZonemdRule implements ZoneRule {

    @Override
    public void judge(Zone zone, Scope scope, Findings findings) {
        var set = zone.recordSet(zone.origin(), RecordType.ZONEMD);
        var serial = zone.serial();
        if (set.isEmpty() || serial.isEmpty()) {
            return;
        }
        var seen = new HashSet<Integer>();
        for (var record : set.get().records()) {
            var digest = ZoneDigest.of(record.data());
            boolean isFirst = seen.add(digest.scheme() << 8 | digest.algorithm());
            var problem =
                    isFirst
                            ? problem(digest, serial.get())
                            : Optional.of(
                                    "is the second one of scheme %s and hash algorithm %s, and none of them counts"
                                            .formatted(digest.scheme(), digest.algorithm()));
            problem.ifPresentOrElse(
                    words ->
                            findings.add(
                                    ZONEMD,
                                    record,
                                    "ZONEMD record " + words,
                                    "compute the digest again when all else is done"),
                    () -> digest.hash().ifPresent(h -> judge(zone, record, digest, h, findings)));
        }
    }

    private static Optional<String> problem(ZoneDigest digest, Serial serial) {
        return digest.serial().equals(serial)
                ? Optional.empty()
                : Optional.of("is for serial " + digest.serial() + ", and the zone has " + serial);
    }

    private static void judge(
            Zone zone, ResourceRecord record, ZoneDigest digest, ZoneHash hash, Findings findings) {
        byte[] actual = hash.of(zone);
        if (!Arrays.equals(actual, digest.digest())) {
            findings.add(
                    ZONEMD,
                    record,
                    "ZONEMD record has a digest by " + hash + " that is not the zone's",
                    "it would be " + HexFormat.of().withUpperCase().formatHex(actual));
        }
    }
}
