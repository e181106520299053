package io.github.dnscli.certificate;

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
final class RequestShape {

    private byte[] publicKey;
    private CertificateKey signer;
    private String subject = "";
    private Optional<String> algorithm = Optional.empty();
    private final List<Extension> extensions = new ArrayList<>();

    private RequestShape(CertificateKey key) {
        publicKey = key.publicKey().der();
        signer = key;
    }

    static RequestShape of(CertificateKey key) {
        return new RequestShape(key);
    }

    RequestShape commonName(String name) {
        subject = "CN=" + name;
        return this;
    }

    RequestShape hosts(String... hosts) {
        return names(
                Stream.of(hosts)
                        .map(host -> new GeneralName(GeneralName.dNSName, host))
                        .toArray(GeneralName[]::new));
    }

    RequestShape names(GeneralName... names) {
        return extension(Extension.subjectAlternativeName, new GeneralNames(names));
    }

    RequestShape extension(ASN1ObjectIdentifier id, ASN1Encodable value) {
        try {
            extensions.add(new Extension(id, false, value.toASN1Primitive().getEncoded()));
            return this;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    RequestShape signedBy(CertificateKey other) {
        signer = other;
        return this;
    }

    RequestShape algorithm(String id) {
        algorithm = Optional.of(id);
        return this;
    }

    RequestShape platformKey(String kind, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            publicKey = generator.generateKeyPair().getPublic().getEncoded();
            return this;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    CertificateRequest request() {
        return switch (decoded()) {
            case DecodedRequest.Valid(var request) -> request;
            case DecodedRequest.Invalid(_, var problem) -> throw new AssertionError(problem);
        };
    }

    DecodedRequest decoded() {
        return CertificateRequest.decode(der());
    }

    byte[] der() {
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
