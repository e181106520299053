package io.github.dnscli.common.check;

import io.github.dnscli.common.dnssec.Nsec3Parameters;
import io.github.dnscli.common.record.RecordType;
import java.util.Set;

/// Hashing more than once, or with a salt, costs everybody time and protects nobody (RFC 9276 §3.1).
final class Nsec3ParametersRule implements NameRule {

    @Override
    public Set<RecordType> types() {
        return Set.of(RecordType.NSEC3PARAM);
    }

    @Override
    public void judge(NameInZone at, Findings findings) {
        for (var record : at.set(RecordType.NSEC3PARAM).orElseThrow().records()) {
            var parameters = Nsec3Parameters.of(record.data());
            int iterations = parameters.iterations();
            boolean hasSalt = parameters.salt().length > 0;
            if (iterations > 0 || hasSalt) {
                String extra =
                        iterations == 0
                                ? "a salt"
                                : iterations
                                        + (iterations == 1
                                                ? " extra iteration"
                                                : " extra iterations")
                                        + (hasSalt ? " and a salt" : "");
                findings.add(
                        PolicyChecks.NSEC3_ITERATIONS,
                        record,
                        "NSEC3 with " + extra + ": RFC 9276 wants neither",
                        "sign the zone again with the parameters '1 0 0 -'");
            }
        }
    }
}
