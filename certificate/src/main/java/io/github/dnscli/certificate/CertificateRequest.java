package io.github.dnscli.certificate;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A certificate signing request (PKCS #10, RFC 2986) whose signature is good.
public final class CertificateRequest {

    static final String LABEL = "CERTIFICATE REQUEST";

    private static final String OLD_LABEL = "NEW CERTIFICATE REQUEST";

    /// What a request says, apart from its octets.
    ///
    /// @param names the hosts and wildcards
    /// @param otherNames subject alternative names that are no hosts, such as `IP 192.0.2.1`
    /// @param extensions the object identifiers of the requested extensions
    /// @param authority whether it asks to become an authority
    record Content(
            SubjectPublicKey publicKey,
            List<DomainName> names,
            List<String> otherNames,
            List<String> extensions,
            boolean authority) {}

    private final byte[] der;
    private final Content content;

    CertificateRequest(byte[] der, Content content) {
        this.der = der.clone();
        this.content = content;
    }

    /// {@return a request for hosts and wildcards, signed by the key}
    ///
    /// All names stand in the subject alternative name. The first stands in the common name too, where certifiers of
    /// the old days look, unless it is longer than the 64 characters allowed there.
    ///
    /// @param hosts at least one; repetitions are dropped
    /// @throws IllegalArgumentException if there is none, or one is no name of a host or wildcard
    public static CertificateRequest create(CertificateKey key, List<DomainName> hosts) {
        var names = hosts.stream().distinct().toList();
        var valid = names.stream().allMatch(n -> HostNames.parse(n.display()).isPresent());
        if (names.isEmpty() || !valid) {
            throw new IllegalArgumentException("a request for the names " + hosts);
        }
        return RequestCodec.createRequest(key, names);
    }

    /// {@return the request that octets are}
    public static DecodedRequest decode(byte[] der) {
        if (Der.sequence(der).isEmpty()) {
            return new DecodedRequest.Invalid(RequestFault.NOT_DER, Certificate.NOT_DER);
        }
        return RequestCodec.decodeRequest(der);
    }

    /// {@return the first request in a PEM text}
    public static DecodedRequest parse(String pem) {
        var text = Pem.parse(pem);
        for (var block : text.blocks()) {
            if (block.label().equals(LABEL) || block.label().equals(OLD_LABEL)) {
                return decode(block.der());
            }
        }
        return new DecodedRequest.Invalid(
                RequestFault.NOT_A_REQUEST,
                text.problems().isEmpty()
                        ? "no block '" + LABEL + "' in PEM form"
                        : text.problems().getFirst().toString());
    }

    /// {@return the hosts and wildcards it is for: the dNSNames, or without any subject alternative name the common
    /// name}
    public List<DomainName> names() {
        return content.names();
    }

    /// {@return what it asks for besides hosts, such as `IP 192.0.2.1`; mostly nothing}
    public List<String> otherNames() {
        return content.otherNames();
    }

    /// {@return the object identifiers of the extensions it asks for, such as `2.5.29.17`}
    public List<String> extensions() {
        return content.extensions();
    }

    /// {@return whether it asks to become an authority: basicConstraints with CA:TRUE (RFC 5280 §4.2.1.9)}
    public boolean asksForAuthority() {
        return content.authority();
    }

    /// {@return the public key, which is at least as strong as the weakest [KeyType]}
    public SubjectPublicKey publicKey() {
        return content.publicKey();
    }

    /// {@return the octets; a fresh array}
    public byte[] der() {
        return der.clone();
    }

    /// {@return the request as a PEM block}
    public String pem() {
        return new PemBlock(LABEL, der, 0).text();
    }

    /// {@return the request as TLSA data}
    public RecordData data() {
        return TlsaRole.REQUEST.data(der);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof CertificateRequest other && Arrays.equals(der, other.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }

    @Override
    public String toString() {
        return names().stream()
                .map(DomainName::display)
                .collect(Collectors.joining("', '", "signing request for '", "'"));
    }
}
