package io.github.dnscli.common.check;

import io.github.dnscli.common.dnssec.RecordSignature;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Signatures that are in force stay so for some time, or others of the same records and algorithm do. Those that are not in
/// force are judged where signatures are verified.
final class ExpiryRule implements NameRule {

    private record Signed(ResourceRecord record, RecordSignature signature) {}

    /// Signatures that can stand in for each other.
    private record Kind(RecordType covered, int algorithm) {
        static Kind of(RecordSignature signature) {
            return new Kind(signature.covered(), signature.algorithm());
        }
    }

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.RRSIG);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        var now = findings.circumstances().now();
        var inForce = inForce(at, now);
        Map<Kind, Instant> ends = new HashMap<>();
        for (var signed : inForce) {
            ends.merge(
                    Kind.of(signed.signature),
                    signed.signature.expiration().near(now),
                    (a, b) -> a.isAfter(b) ? a : b);
        }
        var margin = now.plus(findings.circumstances().expiryMargin());
        for (var signed : inForce) {
            var end = ends.get(Kind.of(signed.signature));
            if (end != null && end.isBefore(margin)) {
                report(signed, findings);
            }
        }
    }

    private static List<Signed> inForce(NameInZone at, Instant now) {
        var inForce = new ArrayList<Signed>();
        at.set(RecordType.RRSIG)
                .ifPresent(
                        set -> {
                            for (var record : set.records()) {
                                var signature = RecordSignature.of(record.data());
                                if (isInForce(signature, now)) {
                                    inForce.add(new Signed(record, signature));
                                }
                            }
                        });
        return inForce;
    }

    private static boolean isInForce(RecordSignature signature, Instant now) {
        return !signature.expiration().near(now).isBefore(now)
                && !signature.inception().near(now).isAfter(now);
    }

    private static void report(Signed signed, Findings findings) {
        var now = findings.circumstances().now();
        var end = signed.signature.expiration().near(now);
        findings.add(
                SignatureChecks.SIGNATURE_EXPIRING,
                signed.record,
                "signature of '"
                        + signed.record.owner().display()
                        + "' "
                        + signed.signature.covered()
                        + " by key "
                        + signed.signature.key()
                        + " ends on "
                        + end
                        + ", in "
                        + SignatureFlaws.span(Duration.between(now, end)),
                SignatureJudge.SIGN_AGAIN);
    }
}
