package io.github.dnscli.certifier.own;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.DecodedCertificate;
import io.github.dnscli.certificate.SubjectPublicKey;
import io.github.dnscli.certifier.own.CertificateForm.Role;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/// Makes certificates (RFC 5280), by the ASN.1 classes of Bouncy Castle. This and
/// [RevocationListCodec] are the only classes here that name the library.
final class CertificateCodec {

    private static final int KEY_IDENTIFIER_OCTETS = 20;

    /// An address and a mask of as many octets, both zero: every address there is.
    private static final int IPV4_MASKED = 2 * 4;

    private static final int IPV6_MASKED = 2 * 16;

    private CertificateCodec() {}

    /// {@return a certificate signed by its own key}
    static Certificate selfSigned(CertificateForm form, CertificateKey key) {
        return sign(form, subject(form.commonName()), keyIdentifier(form.key()), key);
    }

    /// {@return a certificate signed by an issuer}
    static Certificate issuedBy(Issuer issuer, CertificateForm form) {
        var x509 = issuer.certificate().x509();
        var name = X500Name.getInstance(x509.getSubjectX500Principal().getEncoded());
        return sign(form, name, subjectKeyIdentifier(issuer.certificate()), issuer.key());
    }

    /// {@return what a certificate says to identify its key; nothing if it does not: one that was not made here may count
    /// its identifier in another way, or have none}
    static byte[] subjectKeyIdentifier(Certificate certificate) {
        return extension(certificate, Extension.subjectKeyIdentifier)
                .map(value -> ASN1OctetString.getInstance(value).getOctets())
                .orElse(new byte[0]);
    }

    private static Optional<byte[]> extension(Certificate certificate, ASN1ObjectIdentifier id) {
        return Optional.ofNullable(certificate.x509().getExtensionValue(id.getId()))
                .map(value -> ASN1OctetString.getInstance(value).getOctets());
    }

    /// {@return the names that an authority may issue for}
    static PermittedNames permitted(Certificate authority) {
        return extension(authority, Extension.nameConstraints)
                .map(NameConstraints::getInstance)
                .map(constraints -> permitted(constraints.getPermittedSubtrees()))
                .orElse(PermittedNames.ALL);
    }

    private static PermittedNames permitted(GeneralSubtree[] subtrees) {
        return PermittedNames.of(
                Arrays.stream(subtrees)
                        .map(subtree -> subtree.getBase().getName().toString())
                        .map(DomainName::of)
                        .toList());
    }

    private static Certificate sign(
            CertificateForm form, X500Name issuer, byte[] issuerIdentifier, CertificateKey key) {
        try {
            var algorithm = AlgorithmIdentifier.getInstance(key.signatureAlgorithm());
            var body = new V3TBSCertificateGenerator();
            body.setSerialNumber(new ASN1Integer(form.serial()));
            body.setSignature(algorithm);
            body.setIssuer(issuer);
            body.setStartDate(time(form.lifetime().notBefore()));
            body.setEndDate(time(form.lifetime().notAfter()));
            body.setSubject(subject(form.commonName()));
            body.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(form.key().der()));
            body.setExtensions(extensions(form, issuerIdentifier).generate());
            var signed = body.generateTBSCertificate();
            var signature = key.sign(signed.getEncoded(ASN1Encoding.DER));
            return certificate(
                    new DERSequence(
                            new ASN1Encodable[] {signed, algorithm, new DERBitString(signature)}));
        } catch (IOException impossible) {
            throw new IllegalStateException("a certificate without an encoding", impossible);
        }
    }

    private static Certificate certificate(DERSequence parts) throws IOException {
        return switch (Certificate.decode(parts.getEncoded(ASN1Encoding.DER))) {
            case DecodedCertificate.Valid(var certificate) -> certificate;
            case DecodedCertificate.Invalid(var problem) ->
                    throw new IllegalStateException("made a certificate that " + problem);
        };
    }

    private static Time time(Instant at) {
        return new Time(Date.from(at));
    }

    private static X500Name subject(String commonName) {
        return commonName.isEmpty()
                ? new X500Name(new RDN[0])
                : new X500Name(new RDN[] {new RDN(BCStyle.CN, new DERUTF8String(commonName))});
    }

    private static ExtensionsGenerator extensions(CertificateForm form, byte[] issuerIdentifier)
            throws IOException {
        var extensions = new ExtensionsGenerator();
        switch (form.role()) {
            case Role.Root _ -> addAuthority(extensions, new BasicConstraints(true));
            case Role.Intermediate(var permitted) -> {
                addAuthority(extensions, new BasicConstraints(0));
                addConstraints(extensions, permitted);
            }
            case Role.Service(var names) -> addService(extensions, form, names);
        }
        extensions.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new SubjectKeyIdentifier(keyIdentifier(form.key())));
        if (issuerIdentifier.length > 0) {
            extensions.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(issuerIdentifier));
        }
        return extensions;
    }

    private static void addAuthority(ExtensionsGenerator extensions, BasicConstraints constraints)
            throws IOException {
        extensions.addExtension(Extension.basicConstraints, true, constraints);
        extensions.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    /// Permits the names of the zones (RFC 5280 §4.2.1.10), and no address: what is not spoken of would be permitted.
    private static void addConstraints(ExtensionsGenerator extensions, PermittedNames permitted)
            throws IOException {
        if (permitted.isAll()) {
            return;
        }
        var zones =
                permitted.zones().stream()
                        .map(zone -> new GeneralName(GeneralName.dNSName, zone.display()))
                        .map(GeneralSubtree::new)
                        .toArray(GeneralSubtree[]::new);
        var addresses =
                Stream.of(IPV4_MASKED, IPV6_MASKED)
                        .map(octets -> new DEROctetString(new byte[octets]))
                        .map(all -> new GeneralName(GeneralName.iPAddress, all))
                        .map(GeneralSubtree::new)
                        .toArray(GeneralSubtree[]::new);
        extensions.addExtension(
                Extension.nameConstraints, true, new NameConstraints(zones, addresses));
    }

    private static void addService(
            ExtensionsGenerator extensions, CertificateForm form, List<DomainName> names)
            throws IOException {
        extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        extensions.addExtension(Extension.keyUsage, true, new KeyUsage(usages(form.key())));
        extensions.addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        var alternatives =
                names.stream()
                        .map(name -> new GeneralName(GeneralName.dNSName, name.display()))
                        .toArray(GeneralName[]::new);
        // Critical where it is all there is to name the subject (RFC 5280 §4.2.1.6).
        boolean critical = form.commonName().isEmpty();
        extensions.addExtension(
                Extension.subjectAlternativeName, critical, new GeneralNames(alternatives));
    }

    /// Only an RSA key can also encrypt, as the key exchange of old versions of TLS wants.
    private static int usages(SubjectPublicKey key) {
        var algorithm = SubjectPublicKeyInfo.getInstance(key.der()).getAlgorithm().getAlgorithm();
        return algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
                ? KeyUsage.digitalSignature | KeyUsage.keyEncipherment
                : KeyUsage.digitalSignature;
    }

    /// By RFC 7093 §2, method 4, cut to the length of the old SHA-1 identifiers.
    private static byte[] keyIdentifier(SubjectPublicKey key) {
        return Arrays.copyOf(key.sha256(), KEY_IDENTIFIER_OCTETS);
    }
}
