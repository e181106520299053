package io.github.dnscli.testkit.certificate;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.DecodedRequest;
import java.io.IOException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/// What a signing request of somebody else shall be like.
public final class RequestShape {

    private byte[] publicKey;
    private CertificateKey signer;
    private String subject = "";
    private Optional<String> algorithm = Optional.empty();
    private final List<Extension> extensions = new ArrayList<>();

    private RequestShape(CertificateKey key) {
        publicKey = key.publicKey().der();
        signer = key;
    }

    /// {@return a shape without names, for a key that also signs}
    public static RequestShape of(CertificateKey key) {
        return new RequestShape(key);
    }

    /// Gives it a subject of a common name.
    public RequestShape commonName(String name) {
        subject = "CN=" + name;
        return this;
    }

    /// Names hosts in the subject alternative name.
    public RequestShape hosts(String... hosts) {
        return names(
                Stream.of(hosts)
                        .map(host -> new GeneralName(GeneralName.dNSName, host))
                        .toArray(GeneralName[]::new));
    }

    /// Names anything in the subject alternative name.
    public RequestShape names(GeneralName... names) {
        return extension(Extension.subjectAlternativeName, new GeneralNames(names));
    }

    /// Asks for an extension.
    public RequestShape extension(ASN1ObjectIdentifier id, ASN1Encodable value) {
        try {
            extensions.add(new Extension(id, false, value.toASN1Primitive().getEncoded()));
            return this;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Has it signed by the key of somebody else.
    public RequestShape signedBy(CertificateKey other) {
        signer = other;
        return this;
    }

    /// Claims another algorithm of the signature, by its object identifier.
    public RequestShape algorithm(String id) {
        algorithm = Optional.of(id);
        return this;
    }

    /// Makes it for a new key of the Java platform, whoever signs.
    public RequestShape platformKey(String kind, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            publicKey = generator.generateKeyPair().getPublic().getEncoded();
            return this;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// {@return the request}
    public CertificateRequest request() {
        return switch (decoded()) {
            case DecodedRequest.Valid(var request) -> request;
            case DecodedRequest.Invalid(_, var problem) -> throw new AssertionError(problem);
        };
    }

    /// {@return what reading it comes to}
    public DecodedRequest decoded() {
        return CertificateRequest.decode(der());
    }

    /// {@return its octets}
    public byte[] der() {
        try {
            var info =
                    new CertificationRequestInfo(
                            new X500Name(subject),
                            SubjectPublicKeyInfo.getInstance(publicKey),
                            new DERSet(attributes()));
            var id =
                    algorithm
                            .map(ASN1ObjectIdentifier::new)
                            .map(AlgorithmIdentifier::new)
                            .orElseGet(
                                    () ->
                                            AlgorithmIdentifier.getInstance(
                                                    signer.signatureAlgorithm()));
            var signature = new DERBitString(signer.sign(info.getEncoded("DER")));
            return new CertificationRequest(info, id, signature).getEncoded("DER");
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ASN1Encodable[] attributes() {
        if (extensions.isEmpty()) {
            return new ASN1Encodable[0];
        }
        var all = new Extensions(extensions.toArray(Extension[]::new));
        return new ASN1Encodable[] {
            new Attribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, new DERSet(all))
        };
    }
}
