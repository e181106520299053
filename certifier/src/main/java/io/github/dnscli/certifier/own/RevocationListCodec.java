package io.github.dnscli.certifier.own;

import io.github.dnscli.certificate.Lifetime;
import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V2TBSCertListGenerator;

/// Makes revocation lists (RFC 5280 §5), by the ASN.1 classes of Bouncy Castle.
final class RevocationListCodec {

    private RevocationListCodec() {}

    /// {@return a list signed by an issuer}
    ///
    /// @param number greater than those of its lists before
    /// @param lifetime when it counts, in whole seconds
    static RevocationList sign(
            Issuer issuer, BigInteger number, Lifetime lifetime, List<RevokedCertificate> revoked) {
        try {
            var algorithm = AlgorithmIdentifier.getInstance(issuer.key().signatureAlgorithm());
            var x509 = issuer.certificate().x509();
            var body = new V2TBSCertListGenerator();
            body.setSignature(algorithm);
            body.setIssuer(X500Name.getInstance(x509.getSubjectX500Principal().getEncoded()));
            body.setThisUpdate(time(lifetime.notBefore()));
            body.setNextUpdate(time(lifetime.notAfter()));
            for (var one : revoked) {
                // Where no reason is given, nothing is said of one (RFC 5280 §5.3.1).
                body.addCRLEntry(
                        new ASN1Integer(one.serial()), time(one.at()), one.reason().code());
            }
            body.setExtensions(extensions(issuer, number));
            var list = body.generateTBSCertList();
            var signature = issuer.key().sign(list.getEncoded(ASN1Encoding.DER));
            var parts = new ASN1Encodable[] {list, algorithm, new DERBitString(signature)};
            byte[] der = new DERSequence(parts).getEncoded(ASN1Encoding.DER);
            return RevocationList.decode(der, issuer.certificate()).orElseThrow();
        } catch (IOException impossible) {
            throw new IllegalStateException("a list without an encoding", impossible);
        }
    }

    private static Time time(Instant at) {
        return new Time(Date.from(at));
    }

    private static Extensions extensions(Issuer issuer, BigInteger number) throws IOException {
        var extensions = new ExtensionsGenerator();
        byte[] identifier = CertificateCodec.subjectKeyIdentifier(issuer.certificate());
        if (identifier.length > 0) {
            extensions.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(identifier));
        }
        extensions.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
        return extensions.generate();
    }

    /// {@return the number of a list, if it has one that can be read}
    static Optional<BigInteger> number(X509CRL list) {
        try {
            return Optional.ofNullable(list.getExtensionValue(Extension.cRLNumber.getId()))
                    .map(value -> ASN1OctetString.getInstance(value).getOctets())
                    .map(value -> ASN1Integer.getInstance(value).getPositiveValue());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
