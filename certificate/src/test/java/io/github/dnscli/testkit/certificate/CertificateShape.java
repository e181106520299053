package io.github.dnscli.testkit.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/// What a certificate shall be like. Without further words: nobody's, for no host, valid for 90 days from yesterday
/// on, no authority, no key identifiers, with a new key on P-256.
public final class CertificateShape {

    private static final AtomicLong SERIAL = new AtomicLong(1);

    private X500Principal subject = new X500Principal("");
    private List<String> hosts = List.of();
    private Instant notBefore = TestAuthority.NOW.minus(Duration.ofDays(1));
    private Instant notAfter = TestAuthority.NOW.plus(Duration.ofDays(89));
    private Optional<KeyPair> keys = Optional.empty();
    private Optional<PublicKey> publicKey = Optional.empty();
    private String digest = "SHA256";
    private final List<Extension> extensions = new ArrayList<>();

    private CertificateShape() {}

    static CertificateShape fresh() {
        return new CertificateShape();
    }

    /// Gives it a subject of a common name.
    public CertificateShape commonName(String name) {
        return subject(new X500Principal("CN=" + name));
    }

    /// Gives it a subject.
    public CertificateShape subject(X500Principal name) {
        subject = name;
        return this;
    }

    /// Takes the subject away.
    public CertificateShape noSubject() {
        return subject(new X500Principal(""));
    }

    /// Names the hosts it is for, in the subject alternative name.
    public CertificateShape hosts(String... names) {
        hosts = List.of(names);
        return this;
    }

    /// Sets when it is valid.
    public CertificateShape valid(Instant from, Instant until) {
        notBefore = from;
        notAfter = until;
        return this;
    }

    /// Gives it existing keys.
    public CertificateShape keys(KeyPair pair) {
        keys = Optional.of(pair);
        return this;
    }

    /// Gives it new keys: `RSA`, `Ed25519`, or a curve such as `secp384r1`.
    public CertificateShape keys(String kind) {
        return keys(newKeys(kind));
    }

    /// Makes it for a key whose private part somebody else has.
    public CertificateShape publicKey(PublicKey key) {
        publicKey = Optional.of(key);
        return this;
    }

    /// Has it signed with a digest other than `SHA256`.
    public CertificateShape digest(String name) {
        digest = name;
        return this;
    }

    /// Makes it an authority.
    public CertificateShape authority() {
        return extension(Extension.basicConstraints, true, new BasicConstraints(true))
                .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
    }

    /// Takes all extensions away that were given so far, such as the right to be an authority.
    public CertificateShape plain() {
        extensions.clear();
        return this;
    }

    /// Makes it an authority for names below some only.
    public CertificateShape permitted(String... domains) {
        var subtrees =
                Stream.of(domains)
                        .map(domain -> new GeneralName(GeneralName.dNSName, domain))
                        .map(GeneralSubtree::new)
                        .toArray(GeneralSubtree[]::new);
        return extension(Extension.nameConstraints, true, new NameConstraints(subtrees, null));
    }

    /// Restricts its use, as to `1.3.6.1.5.5.7.3.1`, servers.
    public CertificateShape uses(String... identifiers) {
        var purposes =
                Stream.of(identifiers)
                        .map(id -> KeyPurposeId.getInstance(new ASN1ObjectIdentifier(id)))
                        .toArray(KeyPurposeId[]::new);
        return extension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
    }

    /// Adds an extension.
    public CertificateShape extension(
            ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) {
        try {
            extensions.add(new Extension(id, critical, value.toASN1Primitive().getEncoded()));
            return this;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Identity selfSigned() {
        var pair = keys.orElseGet(() -> newKeys("secp256r1"));
        return new Identity(pair, sign(pair.getPublic(), pair.getPrivate(), subject));
    }

    Identity issuedBy(Identity issuer) {
        var pair = keys.orElseGet(() -> newKeys("secp256r1"));
        var issuerName = issuer.certificate().getSubjectX500Principal();
        return new Identity(
                pair,
                sign(publicKey.orElse(pair.getPublic()), issuer.keys().getPrivate(), issuerName));
    }

    private X509Certificate sign(PublicKey key, PrivateKey signer, X500Principal issuer) {
        try {
            var algorithm = algorithm(signer);
            var body = body(key, algorithm, issuer);
            var signature = Signature.getInstance(signatureName(signer));
            signature.initSign(signer);
            signature.update(body.getEncoded());
            var whole =
                    new DERSequence(
                            new ASN1Encodable[] {
                                body, algorithm, new DERBitString(signature.sign())
                            });
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(whole.getEncoded()));
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private TBSCertificate body(
            PublicKey key, AlgorithmIdentifier algorithm, X500Principal issuer) {
        var generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(BigInteger.valueOf(SERIAL.getAndIncrement())));
        generator.setSignature(algorithm);
        generator.setIssuer(X500Name.getInstance(issuer.getEncoded()));
        generator.setSubject(X500Name.getInstance(subject.getEncoded()));
        generator.setStartDate(new Time(Date.from(notBefore)));
        generator.setEndDate(new Time(Date.from(notAfter)));
        generator.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        if (!hosts.isEmpty()) {
            var names =
                    hosts.stream()
                            .map(host -> new GeneralName(GeneralName.dNSName, host))
                            .toArray(GeneralName[]::new);
            // Critical where it is all there is to name the subject (RFC 5280 §4.2.1.6).
            boolean critical = subject.getName().isEmpty();
            extension(Extension.subjectAlternativeName, critical, new GeneralNames(names));
        }
        if (!extensions.isEmpty()) {
            generator.setExtensions(new Extensions(extensions.toArray(Extension[]::new)));
        }
        return generator.generateTBSCertificate();
    }

    private String signatureName(PrivateKey signer) {
        return switch (signer.getAlgorithm()) {
            case "RSA" -> digest + "withRSA";
            case "EC" -> digest + "withECDSA";
            default -> "Ed25519";
        };
    }

    private AlgorithmIdentifier algorithm(PrivateKey signer) {
        return switch (signatureName(signer)) {
            case "MD5withRSA" -> rsa("1.2.840.113549.1.1.4");
            case "SHA1withRSA" -> rsa("1.2.840.113549.1.1.5");
            case "SHA256withRSA" -> rsa("1.2.840.113549.1.1.11");
            case "SHA1withECDSA" -> identifier("1.2.840.10045.4.1");
            case "SHA256withECDSA" -> identifier("1.2.840.10045.4.3.2");
            default -> identifier("1.3.101.112");
        };
    }

    private static AlgorithmIdentifier rsa(String id) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(id), DERNull.INSTANCE);
    }

    private static AlgorithmIdentifier identifier(String id) {
        return new AlgorithmIdentifier(new ASN1ObjectIdentifier(id));
    }

    private static KeyPair newKeys(String kind) {
        try {
            var generator = KeyPairGenerator.getInstance(kind.startsWith("sec") ? "EC" : kind);
            if (kind.startsWith("sec")) {
                generator.initialize(new ECGenParameterSpec(kind));
            } else if (kind.equals("RSA")) {
                generator.initialize(2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
