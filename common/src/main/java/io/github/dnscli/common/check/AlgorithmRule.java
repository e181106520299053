package io.github.dnscli.common.check;

import io.github.dnscli.common.dnssec.KeyDigest;
import io.github.dnscli.common.dnssec.RecordSignature;
import io.github.dnscli.common.dnssec.RsaNumbers;
import io.github.dnscli.common.dnssec.SigningAlgorithm;
import io.github.dnscli.common.dnssec.ZoneKey;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Algorithms and keys that are too weak to go on with (RFC 9904 and the registry it moved the rules to, RFC 9905, RFC 9906).
///
/// A signature is reported only when no DNSKEY record of its algorithm is there to be reported in its stead, and one at
/// the apex is enough.
final class AlgorithmRule implements NameRule {

    private static final String HINT = "roll over to ECDSAP256SHA256 (13) or ED25519 (15)";

    /// Below this, keys can be broken by anybody; RFC 5702 §2.2 wants as many for RSASHA512, and RFC 6781 §3.4.2 twice as
    /// many for all.
    private static final int MIN_MODULUS_BITS = 1024;

    @Override
    public Set<RecordType> types() {
        return Set.of(
                RecordType.DNSKEY,
                RecordType.CDNSKEY,
                RecordType.DS,
                RecordType.CDS,
                RecordType.RRSIG);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        for (var set : at.sets()) {
            if (set.type().equals(RecordType.RRSIG) && at.isApex()) {
                judgeSignatures(at, set, findings);
            } else if (set.type().equals(RecordType.DNSKEY)
                    || set.type().equals(RecordType.CDNSKEY)) {
                set.records().forEach(record -> judgeKey(record, findings));
            } else if (set.type().equals(RecordType.DS) || set.type().equals(RecordType.CDS)) {
                set.records().forEach(record -> judgeDigest(record, findings));
            }
        }
    }

    /// {@return which RFC forbids an algorithm}
    private static Optional<String> forbiddance(int number) {
        return SigningAlgorithm.of(number)
                .flatMap(
                        algorithm ->
                                switch (algorithm) {
                                    case RSAMD5, DSA, DSA_NSEC3_SHA1 -> Optional.of("RFC 9904");
                                    case RSASHA1, RSASHA1_NSEC3_SHA1 -> Optional.of("RFC 9905");
                                    case ECC_GOST -> Optional.of("RFC 9906");
                                    case RSASHA256,
                                            RSASHA512,
                                            ECDSAP256SHA256,
                                            ECDSAP384SHA384,
                                            ED25519,
                                            ED448 ->
                                            Optional.empty();
                                });
    }

    private static void judgeKey(ResourceRecord record, Findings findings) {
        var key = ZoneKey.of(record.data());
        var forbiddance = forbiddance(key.algorithm());
        if (forbiddance.isPresent()) {
            report(
                    record,
                    record.type()
                            + " of key "
                            + key
                            + ": "
                            + forbiddance.get()
                            + " forbids to sign by this algorithm",
                    findings);
        } else if (SigningAlgorithm.of(key.algorithm())
                .filter(SigningAlgorithm::isRsa)
                .isPresent()) {
            RsaNumbers.of(key.publicKey())
                    .ifPresent(numbers -> judgeNumbers(record, key, numbers, findings));
        }
    }

    private static void judgeNumbers(
            ResourceRecord record, ZoneKey key, RsaNumbers numbers, Findings findings) {
        if (numbers.exponent().equals(BigInteger.valueOf(3))) {
            report(
                    record,
                    record.type()
                            + " of key "
                            + key
                            + " has the RSA exponent 3, which makes signatures easy to forge where"
                            + " padding is checked badly (CVE-2006-4339)",
                    findings);
        }
        int bits = numbers.modulus().bitLength();
        if (bits < MIN_MODULUS_BITS) {
            report(
                    record,
                    record.type()
                            + " of key "
                            + key
                            + " has an RSA modulus of "
                            + bits
                            + " bits: RFC 6781 §3.4.2 wants 2048, and fewer than 1024 can be broken",
                    findings);
        }
    }

    private static void judgeDigest(ResourceRecord record, Findings findings) {
        var digest = KeyDigest.of(record.data());
        String subject = record.type() + " of key " + digest.key();
        forbiddance(digest.algorithm())
                .ifPresent(
                        rfc ->
                                report(
                                        record,
                                        subject + ": " + rfc + " forbids this algorithm",
                                        findings));
        if (digest.digestType() == 1 || digest.digestType() == 3) {
            findings.add(
                    PolicyChecks.DEPRECATED_ALGORITHM,
                    record,
                    subject
                            + " has a digest by "
                            + digest.digestName()
                            + ", which "
                            + (digest.digestType() == 1 ? "RFC 9904" : "RFC 9906")
                            + " forbids to use",
                    "digest the key by SHA-256 (2)");
        }
    }

    private static void judgeSignatures(NameInZone at, RecordSet set, Findings findings) {
        var algorithms = new HashSet<Integer>();
        at.set(RecordType.DNSKEY)
                .ifPresent(
                        keys ->
                                keys.data()
                                        .forEach(d -> algorithms.add(ZoneKey.of(d).algorithm())));
        for (var record : set.records()) {
            var signature = RecordSignature.of(record.data());
            var forbiddance = forbiddance(signature.algorithm());
            if (forbiddance.isPresent() && !algorithms.contains(signature.algorithm())) {
                report(
                        record,
                        "signature of '"
                                + at.name().display()
                                + "' "
                                + signature.covered()
                                + " by key "
                                + signature.key()
                                + ": "
                                + forbiddance.get()
                                + " forbids to sign by this algorithm",
                        findings);
                return;
            }
        }
    }

    private static void report(ResourceRecord record, String message, Findings findings) {
        findings.add(PolicyChecks.DEPRECATED_ALGORITHM, record, message, HINT);
    }
}
