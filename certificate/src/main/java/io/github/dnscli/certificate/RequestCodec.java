package io.github.dnscli.certificate;

import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.Signer;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/// Makes and reads signing requests (RFC 2986), by the lightweight API of Bouncy Castle; see [KeyCodec].
final class RequestCodec {

    private static final int MAX_COMMON_NAME = 64;

    private static final List<String> ALTERNATIVE_NAMES_ONLY =
            List.of(Extension.subjectAlternativeName.getId());

    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7e]");

    private RequestCodec() {}

    static CertificateRequest createRequest(CertificateKey key, List<DomainName> hosts) {
        var info =
                new CertificationRequestInfo(
                        subject(hosts.getFirst().display()),
                        SubjectPublicKeyInfo.getInstance(key.publicKey().der()),
                        new DERSet(extensionRequest(hosts)));
        var request =
                new CertificationRequest(
                        info,
                        KeyCodec.signatureOf(key.type()),
                        new DERBitString(key.sign(KeyCodec.encoded(info))));
        return new CertificateRequest(
                KeyCodec.encoded(request),
                new CertificateRequest.Content(
                        key.publicKey(), hosts, List.of(), ALTERNATIVE_NAMES_ONLY, false));
    }

    private static X500Name subject(String host) {
        if (host.length() > MAX_COMMON_NAME) {
            return new X500Name(new RDN[0]);
        }
        return new X500Name(new RDN[] {new RDN(BCStyle.CN, new DERUTF8String(host))});
    }

    private static Attribute extensionRequest(List<DomainName> hosts) {
        var names =
                hosts.stream()
                        .map(host -> new GeneralName(GeneralName.dNSName, host.display()))
                        .toArray(GeneralName[]::new);
        var extension =
                new Extension(
                        Extension.subjectAlternativeName,
                        false,
                        new DEROctetString(KeyCodec.encoded(new GeneralNames(names))));
        return new Attribute(
                PKCSObjectIdentifiers.pkcs_9_at_extensionRequest,
                new DERSet(new Extensions(extension)));
    }

    static DecodedRequest decodeRequest(byte[] der) {
        try {
            var request = CertificationRequest.getInstance(der);
            var info = request.getCertificationRequestInfo();
            var weakness = KeyCodec.weaknessOf(info.getSubjectPublicKeyInfo());
            if (weakness.isPresent()) {
                return new DecodedRequest.Invalid(
                        RequestFault.WEAK_KEY, "is for " + weakness.get());
            }
            var key = PublicKeyFactory.createKey(info.getSubjectPublicKeyInfo());
            return badSignature(der, request, key)
                    .orElseGet(() -> named(der, info, KeyCodec.spki(key)));
        } catch (IOException | RuntimeException _) {
            return new DecodedRequest.Invalid(
                    RequestFault.NOT_A_REQUEST, "is DER, and no PKCS #10 signing request");
        }
    }

    private static Optional<DecodedRequest> badSignature(
            byte[] der, CertificationRequest request, AsymmetricKeyParameter key) {
        var signer = KeyCodec.signer(request.getSignatureAlgorithm());
        if (signer.isEmpty()) {
            var algorithm = request.getSignatureAlgorithm().getAlgorithm();
            return Optional.of(
                    new DecodedRequest.Invalid(
                            RequestFault.WEAK_SIGNATURE,
                            "is signed by the algorithm '" + algorithm + "', which is not in use"));
        }
        var signed = Der.sequence(der).flatMap(Der::first).orElseThrow().encoded();
        return verifies(signer.get(), key, signed, request.getSignature().getOctets())
                ? Optional.empty()
                : Optional.of(
                        new DecodedRequest.Invalid(
                                RequestFault.BAD_SIGNATURE, "is not signed by its own key"));
    }

    private static boolean verifies(
            Signer signer, AsymmetricKeyParameter key, byte[] message, byte[] signature) {
        try {
            signer.init(false, key);
            signer.update(message, 0, message.length);
            return signer.verifySignature(signature);
        } catch (RuntimeException _) {
            return false;
        }
    }

    private static DecodedRequest named(byte[] der, CertificationRequestInfo info, byte[] key) {
        var extensions = requestedExtensions(info.getAttributes());
        var names = namesIn(extensions, info.getSubject());
        var hosts = names.stream().flatMap(name -> host(name).stream()).distinct().toList();
        var others = names.stream().filter(n -> host(n).isEmpty()).map(RequestCodec::text).toList();
        if (names.isEmpty()) {
            return new DecodedRequest.Invalid(RequestFault.NO_NAMES, "names no host");
        }
        return new DecodedRequest.Valid(
                new CertificateRequest(
                        der,
                        new CertificateRequest.Content(
                                new SubjectPublicKey(key),
                                hosts,
                                others,
                                extensions.map(RequestCodec::identifiers).orElse(List.of()),
                                extensions.filter(RequestCodec::isAuthority).isPresent())));
    }

    private static Optional<Extensions> requestedExtensions(ASN1Set attributes) {
        var found = new ArrayList<Extensions>();
        for (var element : attributes == null ? List.<Object>of() : attributes) {
            var attribute = Attribute.getInstance(element);
            if (attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest)) {
                found.add(Extensions.getInstance(attribute.getAttrValues().getObjectAt(0)));
            }
        }
        if (found.size() > 1) {
            throw new IllegalArgumentException("two lists of extensions");
        }
        return found.stream().findFirst();
    }

    private static List<GeneralName> namesIn(Optional<Extensions> extensions, X500Name subject) {
        return extensions
                .map(all -> all.getExtensionParsedValue(Extension.subjectAlternativeName))
                .map(value -> List.of(GeneralNames.getInstance(value).getNames()))
                .orElseGet(() -> commonNames(subject));
    }

    private static List<GeneralName> commonNames(X500Name subject) {
        return Arrays.stream(subject.getRDNs(BCStyle.CN))
                .map(name -> name.getFirst().getValue())
                .map(value -> new GeneralName(GeneralName.dNSName, value.toString()))
                .toList();
    }

    private static Optional<DomainName> host(GeneralName name) {
        return name.getTagNo() == GeneralName.dNSName && name.getName() instanceof ASN1String text
                ? HostNames.parse(text.getString())
                : Optional.empty();
    }

    private static String text(GeneralName name) {
        var text =
                switch (name.getTagNo()) {
                    case GeneralName.dNSName -> "DNS " + name.getName();
                    case GeneralName.rfc822Name -> "email " + name.getName();
                    case GeneralName.uniformResourceIdentifier -> "URI " + name.getName();
                    case GeneralName.iPAddress -> "IP " + address(name);
                    default -> "name of kind " + name.getTagNo();
                };
        return UNPRINTABLE.matcher(text).replaceAll("?");
    }

    private static String address(GeneralName name) {
        try {
            var octets = ASN1OctetString.getInstance(name.getName()).getOctets();
            return InetAddress.getByAddress(octets).getHostAddress();
        } catch (UnknownHostException _) {
            throw new IllegalArgumentException("an IP address of a strange length");
        }
    }

    private static List<String> identifiers(Extensions extensions) {
        return Arrays.stream(extensions.getExtensionOIDs())
                .map(ASN1ObjectIdentifier::getId)
                .toList();
    }

    private static boolean isAuthority(Extensions extensions) {
        var value = extensions.getExtensionParsedValue(Extension.basicConstraints);
        return value != null && BasicConstraints.getInstance(value).isCA();
    }
}
