package io.github.dnscli.oserve.issuing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.testkit.Peer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands at the place of a host, read and judged as the original does, without a line of ours: `dig` reads the DNS,
/// OpenSSL the request, the JDK the certificates.
///
/// @param records all TLSA records
record OriginalPlace(List<Entry> records) {

    private static final Pattern DNS_NAME = Pattern.compile("DNS:([^,\\s]+)");
    private static final Pattern COMMON_NAME = Pattern.compile("Subject:.*CN ?= ?([^,\\s]+)");
    private static final Pattern PUBLIC_KEY =
            Pattern.compile(
                    "-----BEGIN PUBLIC KEY-----(.*)-----END PUBLIC KEY-----", Pattern.DOTALL);

    /// One TLSA record.
    ///
    /// @param kind usage, selector and matching type, as in `3 255 0`
    /// @param hex the octets that it associates with the host
    record Entry(int ttl, String kind, String hex) {}

    /// {@return what stands there}; skips the test when dig is not installed
    static OriginalPlace read(ServerAddress server, String host) throws IOException {
        var entries =
                records(server, "_letsencrypt._tcp." + host, "TLSA").map(OriginalPlace::entry);
        return new OriginalPlace(entries.toList());
    }

    /// {@return all places of a zone that anybody may transfer, by their names}
    static Map<String, OriginalPlace> readAll(ServerAddress server, String zone)
            throws IOException {
        return records(server, zone, "AXFR")
                .collect(
                        groupingBy(
                                words -> words[0],
                                collectingAndThen(
                                        mapping(OriginalPlace::entry, toList()),
                                        OriginalPlace::new)));
    }

    private static Stream<String[]> records(ServerAddress server, String name, String type)
            throws IOException {
        String said =
                Tools.run(
                        Peer.DIG,
                        new byte[0],
                        "+noall",
                        "+answer",
                        "+tcp",
                        "@" + server.address().getHostAddress(),
                        "-p",
                        Integer.toString(server.port()),
                        name,
                        type);
        return said.lines()
                .map(line -> line.split("\\s+", 8))
                .filter(words -> words.length == 8 && words[3].equals("TLSA"));
    }

    private static Entry entry(String... words) {
        return new Entry(
                Integer.parseInt(words[1]),
                String.join(" ", words[4], words[5], words[6]),
                words[7].replace(" ", ""));
    }

    List<byte[]> data(String kind) {
        return records.stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(entry -> HexFormat.of().parseHex(entry.hex()))
                .toList();
    }

    List<byte[]> requests() {
        return data("3 255 0");
    }

    List<X509Certificate> leaves() {
        return data("3 0 0").stream().map(OriginalPlace::certificate).toList();
    }

    List<X509Certificate> authorities() {
        return data("0 0 0").stream().map(OriginalPlace::certificate).toList();
    }

    private static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// Demands what `ocertify` of the original does: one request, one leaf that answers it, and a chain up to a root, all
    /// with a TTL of an hour, and nothing besides.
    ///
    /// @param root the root certificate, in PEM form
    /// @return the leaf
    X509Certificate accepted(String root) throws Exception {
        assertThat(requests()).hasSize(1);
        assertThat(leaves()).hasSize(1);
        assertThat(records).allSatisfy(entry -> assertThat(entry.ttl()).isEqualTo(3600));
        assertThat(records).hasSize(2 + authorities().size());
        var leaf = leaves().getFirst();
        answers(leaf, requests().getFirst());
        validate(leaf, certificate(root.getBytes(US_ASCII)));
        return leaf;
    }

    /// `cert_matches_csr`: the same key, the same set of names, and valid now.
    private static void answers(X509Certificate leaf, byte[] request) throws Exception {
        String text =
                Tools.run(
                        Peer.OPENSSL,
                        request,
                        "req",
                        "-inform",
                        "DER",
                        "-noout",
                        "-text",
                        "-pubkey");
        assertThat(leaf.getPublicKey().getEncoded()).isEqualTo(publicKey(text));
        assertThat(names(leaf)).isEqualTo(names(text));
        leaf.checkValidity(Date.from(Instant.now()));
    }

    private static byte[] publicKey(String text) {
        var found = PUBLIC_KEY.matcher(text);
        assertThat(found.find()).isTrue();
        return Base64.getMimeDecoder().decode(found.group(1));
    }

    /// {@return the names of a request: the alternative ones, else the common name}
    private static Set<String> names(String text) {
        var names =
                DNS_NAME.matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        return names.isEmpty()
                ? COMMON_NAME
                        .matcher(text)
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new))
                : names;
    }

    /// {@return the names of a certificate}
    static Set<String> names(X509Certificate leaf) throws Exception {
        return leaf.getSubjectAlternativeNames().stream()
                .map(name -> name.get(1).toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// All authorities there are on the way from the leaf to the root.
    private void validate(X509Certificate leaf, X509Certificate root) throws Exception {
        var chain = new ArrayList<>(List.of(leaf));
        var left = new ArrayList<>(authorities());
        while (!left.isEmpty()) {
            var issuer = chain.getLast().getIssuerX500Principal();
            var next =
                    left.stream()
                            .filter(one -> one.getSubjectX500Principal().equals(issuer))
                            .findFirst();
            assertThat(next)
                    .as("the issuer of %s", chain.getLast().getSubjectX500Principal())
                    .isPresent();
            chain.add(next.orElseThrow());
            left.remove(next.orElseThrow());
        }
        var trust = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        trust.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), trust);
    }
}
