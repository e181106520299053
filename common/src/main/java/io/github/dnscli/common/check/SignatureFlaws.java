package io.github.dnscli.common.check;

import io.github.dnscli.common.dnssec.DecodedKey;
import io.github.dnscli.common.dnssec.RecordSignature;
import io.github.dnscli.common.dnssec.SignatureVerifier;
import io.github.dnscli.common.dnssec.ZoneKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says why a signature does not hold (RFC 4035 §5.3), in words that follow "signature of … by key …".
final class SignatureFlaws {

    private final SignedZone zone;
    private final Instant now;
    private final SignatureVerifier verifier = new SignatureVerifier();

    SignatureFlaws(SignedZone zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /// {@return the first reason, or empty}
    ///
    /// @param wire the canonical records, with the original TTL
    Optional<String> of(RecordSignature signature, RecordSet set, byte[] wire) {
        if (!zone.algorithms().contains(signature.algorithm()) && isUnknown(signature)) {
            // RFC 6781 §4.1.4: before a new algorithm's key comes, its signatures are there.
            return Optional.empty();
        }
        return inField(signature, set)
                .or(() -> inTime(signature))
                .or(() -> byKey(signature, set, wire));
    }

    private boolean isUnknown(RecordSignature signature) {
        return zone.keyring().candidates(signature).isEmpty();
    }

    private Optional<String> inField(RecordSignature signature, RecordSet set) {
        var origin = zone.zone().origin();
        int labels = labels(set.owner());
        if (!signature.signer().equals(origin)) {
            return Optional.of(
                    "is by '"
                            + signature.signer().display()
                            + "' and not by the zone '"
                            + origin.display()
                            + "'");
        }
        if (signature.labels() != labels) {
            return Optional.of(
                    "counts " + signature.labels() + " labels where there are " + labels);
        }
        if (signature.originalTtl() != set.ttl().seconds()) {
            return Optional.of(
                    "was made with TTL "
                            + signature.originalTtl()
                            + ", and now it is "
                            + set.ttl());
        }
        return Optional.empty();
    }

    /// RFC 4034 §3.1.3.
    private static int labels(DomainName owner) {
        return owner.labelCount() - (owner.isWildcard() ? 1 : 0);
    }

    private Optional<String> inTime(RecordSignature signature) {
        var begin = signature.inception();
        var end = signature.expiration();
        if (end.isBefore(begin)) {
            return Optional.of("ends before it begins");
        }
        if (end.near(now).isBefore(now)) {
            return Optional.of(
                    "expired on "
                            + end.near(now)
                            + ", "
                            + span(Duration.between(end.near(now), now))
                            + " ago");
        }
        if (begin.near(now).isAfter(now)) {
            return Optional.of(
                    "begins on "
                            + begin.near(now)
                            + ", in "
                            + span(Duration.between(now, begin.near(now))));
        }
        return Optional.empty();
    }

    /// {@return a time that passes, in the largest unit of which there are two}
    static String span(Duration span) {
        if (span.toHours() < 2) {
            return span.toMinutes() == 1 ? "1 minute" : span.toMinutes() + " minutes";
        }
        return span.toDays() < 2 ? span.toHours() + " hours" : span.toDays() + " days";
    }

    private Optional<String> byKey(RecordSignature signature, RecordSet set, byte[] wire) {
        var candidates = zone.keyring().candidates(signature);
        if (candidates.isEmpty()) {
            return Optional.of("cannot be verified: the zone has no DNSKEY record of that key");
        }
        var fit = fit(candidates, set);
        if (fit.isEmpty()) {
            return Optional.of(
                    candidates.getFirst().isRevoked()
                            ? "is by a key that has been revoked"
                            : "is by a key that is no zone key: its flags are "
                                    + candidates.getFirst().flags()
                                    + ", its protocol "
                                    + candidates.getFirst().protocol());
        }
        for (var key : fit) {
            switch (zone.keyring().decode(key)) {
                case DecodedKey.Unsupported _ -> {
                    return Optional.empty(); // nobody here can tell
                }
                case DecodedKey.Malformed _ -> {}
                case DecodedKey.Usable usable -> {
                    if (verifier.verifies(signature, wire, usable)) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.of("does not verify");
    }

    /// RFC 5011 §2.1: a revoked key signs the set it stands in, and nothing else.
    private static List<ZoneKey> fit(List<ZoneKey> candidates, RecordSet set) {
        var fit = new ArrayList<ZoneKey>();
        for (var key : candidates) {
            if (key.isZoneKey() && (!key.isRevoked() || set.type().equals(RecordType.DNSKEY))) {
                fit.add(key);
            }
        }
        return fit;
    }
}
