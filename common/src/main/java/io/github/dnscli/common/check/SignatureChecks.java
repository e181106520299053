package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Severity;
import java.util.List;

/// The checks of signatures and digests, by their permanent ids. They depend on the clock, or break with each change that
/// is not signed, and so are never a reason to refuse an update.
public final class SignatureChecks {

    /// A record set without a valid signature in a signed zone (RFC 4035 §2.2).
    public static final Check DNSSEC_SIGNATURE = Check.time("dnssec-signature");

    /// A chain of NSEC or NSEC3 records with a gap, or one that lies (RFC 4035 §2.3, RFC 5155 §7.1).
    public static final Check DNSSEC_CHAIN = Check.time("dnssec-chain");

    /// A signature that ends soon.
    public static final Check SIGNATURE_EXPIRING =
            Check.time("signature-expiring").as(Severity.WARNING);

    /// A digest of the zone that is wrong (RFC 8976).
    public static final Check ZONEMD = Check.time("zonemd");

    private SignatureChecks() {}

    /// {@return all of them}
    public static List<Check> all() {
        return List.of(DNSSEC_SIGNATURE, DNSSEC_CHAIN, SIGNATURE_EXPIRING, ZONEMD);
    }
}
