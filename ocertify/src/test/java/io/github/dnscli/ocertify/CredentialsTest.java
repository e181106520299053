package io.github.dnscli.ocertify;

import static io.github.dnscli.ocertify.Town.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.ParsedCertificateKey;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of the files of keys and requests.
class CredentialsTest {

    private static final String SCALAR = "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=";

    @TempDir private Path folder;
    private Town town;

    @BeforeEach
    void build() throws IOException {
        town = new Town(folder);
    }

    @AfterEach
    void leave() {
        town.close();
    }

    private void writeKey(KeyType type) throws IOException {
        town.write("foo.mirage.key", CertificateKey.generate(type, 2048, new SecureRandom()).pem());
    }

    @Test
    void usesTheKeyThatIsThere() throws IOException {
        writeKey(KeyType.RSA);
        var before = town.read("foo.mirage.key");

        town.runWithKey("--wait=0");

        assertThat(town.read("foo.mirage.key")).isEqualTo(before);
        assertThat(((ParsedCertificateKey.Valid) CertificateKey.parse(before)).key().publicKey())
                .isEqualTo(Town.request(town.tlsa(OWNER)).publicKey());
    }

    @Test
    void makesARequestAnewThatIsForAnotherKey() throws IOException {
        town.runWithKey("--wait=0");
        writeKey(KeyType.ED25519);

        var run = town.runWithKey("--wait=0");

        assertThat(run.errors())
                .startsWith(
                        "ocertify: warning: 'foo.mirage.req' is for another key than that of 'foo.mirage.key', and is made anew\n");
        assertThat(town.tlsa(OWNER)).hasSize(1);
    }

    @Test
    void makesARequestAnewThatIsForOtherNames() throws IOException {
        town.runWithKey("--wait=0");

        var run = town.runWithKey("--wait=0", "--additional=bar.mirage");

        assertThat(run.errors())
                .startsWith(
                        "ocertify: warning: 'foo.mirage.req' is for 'foo.mirage', and is made anew for 'foo.mirage', 'bar.mirage'\n");
        assertThat(town.tlsa(OWNER)).hasSize(1);
    }

    @Test
    void keepsARequestThatFits() throws IOException {
        town.runWithKey("--wait=0");
        var request = town.read("foo.mirage.req");
        town.write("foo.mirage.req", "Somebody's notes.\n" + request);

        town.runWithKey("--wait=0");

        assertThat(town.read("foo.mirage.req")).startsWith("Somebody's notes.");
    }

    @Test
    void wantsToWriteOnlyWhatIsNotThere() {
        var files = new OcertifyOptions.FileNames("key", "request", "certificate");
        var key = CertificateKey.generate(KeyType.P256, 0, new SecureRandom());
        var request = CertificateRequest.create(key, List.of(DomainName.of("foo.mirage.")));

        assertThat(new Credentials(Optional.of(key), true, request, true).missingIn(files))
                .containsExactly("certificate");
        assertThat(new Credentials(Optional.of(key), false, request, false).missingIn(files))
                .containsExactlyInAnyOrderElementsOf(files.all());
    }

    @Test
    void tellsOfALostKey() throws IOException {
        town.runWithKey("--wait=0");
        Files.delete(town.file("foo.mirage.key"));

        assertThat(town.runWithKey())
                .hasToString(
                        """
                        ocertify: error: 'foo.mirage.req' is a request for a key that is lost: there is no 'foo.mirage.key'
                        ocertify: hint: name the file of its key with '--key', or remove the request to start with a new key
                        [exit status: 3]""");
    }

    @Test
    void touchesNoFileThatHoldsSomethingElse() throws IOException {
        town.write("foo.mirage.key", "my diary\n");

        assertThat(town.runWithKey())
                .hasToString(
                        """
                        ocertify: error: 'foo.mirage.key': no private key in PEM form: expected a block 'PRIVATE KEY', 'RSA PRIVATE KEY' or 'EC PRIVATE KEY'
                        ocertify: hint: a key is never overwritten: name another file with '--key', or move this one away
                        [exit status: 3]""");
        writeKey(KeyType.P256);
        town.write("foo.mirage.req", "my diary\n");

        assertThat(town.runWithKey())
                .hasToString(
                        """
                        ocertify: error: 'foo.mirage.req': no block 'CERTIFICATE REQUEST' in PEM form
                        ocertify: hint: remove it to have a request made, or name another file with '--csr'
                        [exit status: 3]""");
        assertThat(town.read("foo.mirage.req")).isEqualTo("my diary\n");
    }

    @Test
    void makesTheKeyOfItsScalar() throws IOException {
        town.runWithKey("--wait=0", "--type=ed25519", "--data=" + SCALAR);

        var first = town.read("foo.mirage.key");
        Files.delete(town.file("foo.mirage.key"));
        town.runWithKey("--wait=0", "--type=ed25519", "--data=" + SCALAR);

        assertThat(town.read("foo.mirage.key")).isEqualTo(first);
    }

    @Test
    void refusesDataThatIsNoKey() throws IOException {
        var run = town.runWithKey("--type=rsa", "--data=" + SCALAR);

        assertThat(run)
                .hasToString(
                        """
                        ocertify: error: no key can be made of '--data': an RSA key cannot be made of a raw private scalar
                        ocertify: hint: '--data' is the private scalar in base64, and '--type' says of what kind of key
                        [exit status: 3]""");
        assertThat(town.runWithKey("--data=!").errors()).contains("it is not base64");
        assertThat(town.files()).isEmpty();
    }

    @Test
    void refusesDataThatIsNotTheKeyAtHand() throws IOException {
        writeKey(KeyType.P256);

        assertThat(town.runWithKey("--data=" + SCALAR).errors())
                .startsWith("ocertify: error: 'foo.mirage.key' holds another key than '--data'\n");
    }

    @Test
    void saysThatAWishForAKeyDoesNotCount() throws IOException {
        writeKey(KeyType.ED25519);

        assertThat(town.runWithKey("--wait=0", "--type=p384").errors())
                .startsWith(
                        "ocertify: warning: 'foo.mirage.key' holds a key of type 'ed25519': '--type p384' counts for a new key only\n");
    }

    @Test
    void makesAnRsaKeyWhenALengthIsGiven() throws IOException {
        town.runWithKey("--wait=0", "--bits=2048");

        assertThat(CertificateKey.parse(town.read("foo.mirage.key")))
                .isInstanceOfSatisfying(
                        ParsedCertificateKey.Valid.class,
                        valid -> assertThat(valid.key().type()).isEqualTo(KeyType.RSA));
    }
}
