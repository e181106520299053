package io.github.dnscli.common.dnssec;

import io.github.dnscli.common.record.CanonicalForm;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.zone.Zone;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Digests a whole zone by the SIMPLE scheme (RFC 8976 §3.3): all records in canonical form and order.
public enum ZoneHash {
    /// Hash algorithm 1.
    SHA384("SHA-384"),
    /// Hash algorithm 2.
    SHA512("SHA-512");

    private final String jdkName;

    /// {@return what the algorithm is called}
    @Override
    public String toString() {
        return jdkName;
    }

    ZoneHash(String jdkName) {
        this.jdkName = jdkName;
    }

    /// {@return the digest of a zone}
    ///
    /// The ZONEMD records of the apex and their signatures are left out (§3.3.1). Signatures are taken to have the TTL of
    /// what they cover, as RFC 4034 §3 wants it: a set of them in a zone does not keep the TTL of each.
    public byte[] of(Zone zone) {
        var digest = digest();
        var at = new ArrayList<RecordSet>();
        var sets = zone.recordSets().iterator();
        while (sets.hasNext()) {
            var set = sets.next();
            if (!at.isEmpty() && !at.getFirst().owner().equals(set.owner())) {
                update(digest, zone, at);
                at.clear();
            }
            at.add(set);
        }
        update(digest, zone, at);
        return digest.digest();
    }

    private MessageDigest digest() {
        try {
            return MessageDigest.getInstance(jdkName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + jdkName, e);
        }
    }

    private static void update(MessageDigest digest, Zone zone, List<RecordSet> at) {
        for (var set : at) {
            boolean atApex = set.owner().equals(zone.origin());
            if (set.type().equals(RecordType.RRSIG)) {
                updateSignatures(digest, set, at, atApex);
            } else if (!atApex || !set.type().equals(RecordType.ZONEMD)) {
                digest.update(CanonicalSet.of(set).wire(set.ttl().seconds()));
            }
        }
    }

    private static void updateSignatures(
            MessageDigest digest, RecordSet set, List<RecordSet> at, boolean atApex) {
        var signatures = new ArrayList<byte[]>();
        for (var data : set.data()) {
            signatures.add(CanonicalForm.of(data));
        }
        signatures.sort(Arrays::compareUnsigned);
        byte[] owner = set.owner().lowerCase().wire();
        for (byte[] signature : signatures) {
            var covered = new RecordType((signature[0] & 0xff) << 8 | signature[1] & 0xff);
            if (!atApex || !covered.equals(RecordType.ZONEMD)) {
                long ttl = ttl(covered, at, set);
                digest.update(CanonicalSet.wire(owner, set.type(), signature, ttl));
            }
        }
    }

    private static long ttl(RecordType covered, List<RecordSet> at, RecordSet signatures) {
        for (var set : at) {
            if (set.type().equals(covered)) {
                return set.ttl().seconds();
            }
        }
        return signatures.ttl().seconds();
    }
}
