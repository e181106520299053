package io.github.dnscli.certificate;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Severity;
import java.util.List;

/// The checks of what stands at `_letsencrypt._tcp.HOST`, by their permanent ids. They depend on the clock and on what
/// certifiers do, and so are never a reason to refuse an update. [CertificateRule] makes them.
public final class CertificateChecks {

    /// Octets that are no certificate, or no signing request that can be answered.
    public static final Check CERTIFICATE_UNDECODABLE = warning("certificate-undecodable");

    /// More than one signing request at a name.
    public static final Check CERTIFICATE_REQUESTS = warning("certificate-requests");

    /// A certificate or signing request that is not for the host it stands at.
    public static final Check CERTIFICATE_WRONG_HOST = warning("certificate-wrong-host");

    /// A certificate for another key than that of the signing request: a rollover waits for its certificate.
    public static final Check CERTIFICATE_KEY_DIFFERS =
            Check.time("certificate-key-differs").as(Severity.NOTE);

    /// A certificate that has expired.
    public static final Check CERTIFICATE_EXPIRED = warning("certificate-expired");

    /// A certificate with less than a sixth of its life left: renewal, due at a third, did not come.
    public static final Check CERTIFICATE_EXPIRING = warning("certificate-expiring");

    private CertificateChecks() {}

    /// {@return all of them}
    public static List<Check> all() {
        return List.of(
                CERTIFICATE_UNDECODABLE,
                CERTIFICATE_REQUESTS,
                CERTIFICATE_WRONG_HOST,
                CERTIFICATE_KEY_DIFFERS,
                CERTIFICATE_EXPIRED,
                CERTIFICATE_EXPIRING);
    }

    private static Check warning(String id) {
        return Check.time(id).as(Severity.WARNING);
    }
}
