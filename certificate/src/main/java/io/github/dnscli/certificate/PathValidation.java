package io.github.dnscli.certificate;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/// Validates one path under one trust anchor by the Java platform, and says in our words what it found.
final class PathValidation {

    private PathValidation() {}

    static List<Reason> reasons(List<Certificate> path, Certificate anchor, Instant at) {
        try {
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor.x509(), null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX").validate(certPath(path), parameters);
            return List.of();
        } catch (CertPathValidatorException rejection) {
            return List.of(reason(rejection, path));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the Java platform cannot validate paths", impossible);
        }
    }

    private static CertPath certPath(List<Certificate> path) throws CertificateException {
        return Certificate.factory()
                .generateCertPath(path.stream().map(Certificate::x509).toList());
    }

    private static Reason reason(CertPathValidatorException rejection, List<Certificate> path) {
        int index = Math.max(rejection.getIndex(), 0);
        var certificate = path.get(Math.min(index, path.size() - 1));
        var subject = certificate.subject();
        var detail = String.valueOf(rejection.getMessage());
        return switch (rejection.getReason()) {
            case PKIXReason.NOT_CA_CERT ->
                    new Reason.NotAnAuthority(subject, "it is no certificate of an authority");
            case PKIXReason.INVALID_KEY_USAGE ->
                    new Reason.NotAnAuthority(subject, "its key is not for signing certificates");
            case PKIXReason.PATH_TOO_LONG ->
                    new Reason.NotAnAuthority(subject, "too many authorities stand below it");
            case PKIXReason.INVALID_NAME ->
                    new Reason.NameNotPermitted(subject, certificate.names());
            case BasicReason.ALGORITHM_CONSTRAINED -> new Reason.WeakAlgorithm(subject, detail);
            default -> new Reason.Malformed(subject, detail);
        };
    }
}
