package io.github.dnscli.certificate;

import static io.github.dnscli.testkit.certificate.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.testkit.certificate.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What we write, openssl accepts, and what it writes, we read.
class OpenSslTest {

    private static final DomainName HOST = DomainName.of("www.example.com");

    @TempDir Path folder;

    private OpenSsl openssl;

    @BeforeEach
    void findOpenSsl() {
        openssl = OpenSsl.in(folder);
    }

    @ParameterizedTest
    @EnumSource
    void acceptsOurRequestsAndKeys(KeyType type) throws IOException {
        var key = CertificateKey.generate(type, KeyType.MIN_RSA_BITS, new SecureRandom());
        var wildcard = DomainName.of("*.example.com");
        write("csr.pem", CertificateRequest.create(key, List.of(HOST, wildcard)).pem());
        write("key.pem", key.pem());

        var printed = openssl.run("req", "-in", "csr.pem", "-verify", "-noout", "-text", "-pubkey");

        assertThat(printed)
                .contains("verify OK", "DNS:www.example.com, DNS:*.example.com")
                .contains(openssl.run("pkey", "-in", "key.pem", "-pubout"));
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048",
        "RSA, genrsa -traditional 2048",
        "ED25519, genpkey -algorithm ed25519",
        "P256, genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256",
        "P256, ecparam -name prime256v1 -genkey",
        "P384, ecparam -name secp384r1 -genkey -noout",
        "P521, ecparam -name secp521r1 -genkey -noout"
    })
    void writesKeysAndRequestsThatWeRead(KeyType type, String generate) throws IOException {
        write("key.pem", openssl.run(generate.split(" ")));
        openssl.run(
                "req",
                "-new",
                "-key",
                "key.pem",
                "-out",
                "csr.pem",
                "-subj",
                "/CN=a.b",
                "-addext",
                "subjectAltName=DNS:www.example.com");

        var key = ((ParsedCertificateKey.Valid) CertificateKey.parse(read("key.pem"))).key();
        var request = ((DecodedRequest.Valid) CertificateRequest.parse(read("csr.pem"))).request();

        assertThat(key.type()).isEqualTo(type);
        assertThat(request.publicKey()).isEqualTo(key.publicKey());
        assertThat(request.names()).containsExactly(HOST);
    }

    @Test
    void writesKeysThatWeRefuse() {
        assertThat(CertificateKey.parse(openssl.run("genrsa", "1024")))
                .isEqualTo(
                        new ParsedCertificateKey.Invalid(
                                "an RSA key of 1024 bits, where 2048 to 8192 are in use"));
        assertThat(CertificateKey.parse(openssl.run("ecparam", "-name", "secp256k1", "-genkey")))
                .isEqualTo(
                        new ParsedCertificateKey.Invalid(
                                "a key of the kind '1.2.840.10045.2.1 1.3.132.0.10', which is not"
                                        + " in use"));
    }

    @Test
    void acceptsTheChainThatWeVerified() throws IOException {
        var root = TestAuthority.root("Root");
        var intermediate = root.intermediate("R1");
        var leaf = Certificate.of(intermediate.leaf(HOST.display()).certificate());
        var heap = List.of(certificate(root), certificate(intermediate));
        var anchors = TrustAnchors.of(List.of(certificate(root)), "the test's root");
        var expectation = new Expectation(List.of(HOST), Optional.empty(), NOW, anchors);

        var verdict = ChainVerifier.verify(Chain.of(leaf, heap), expectation);
        write("chain.pem", Pem.of(((Verdict.Verified) verdict).chain()));
        write("root.pem", root.identity().pem());

        assertThat(
                        openssl.run(
                                "verify",
                                "-attime",
                                Long.toString(NOW.getEpochSecond()),
                                "-verify_hostname",
                                HOST.display(),
                                "-CAfile",
                                "root.pem",
                                "-untrusted",
                                "chain.pem",
                                "chain.pem"))
                .isEqualTo("chain.pem: OK\n");
    }

    private static Certificate certificate(TestAuthority authority) {
        return Certificate.of(authority.identity().certificate());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
