package io.github.dnscli.ocertify;

import static io.github.dnscli.ocertify.Town.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A request from elsewhere, where its key stays.
class NoKeyTest {

    @TempDir private Path folder;
    private Town town;
    private CertificateRequest request;

    @BeforeEach
    void build() throws IOException {
        town = new Town(folder);
        var key = CertificateKey.generate(KeyType.P256, 0, new SecureRandom());
        request = CertificateRequest.create(key, List.of(DomainName.of("foo.mirage.")));
        town.write("device.csr", request.pem());
    }

    @AfterEach
    void leave() {
        town.close();
    }

    @Test
    void isSentAsItIs() throws IOException {
        town.answeringAfter(1);

        assertThat(town.runWithKey("--no-key", "--csr=device.csr"))
                .hasToString(
                        """
                        request uploaded to zone 'mirage' at '_letsencrypt._tcp.foo.mirage'
                        success! your certificate is stored in foo.mirage.pem (csr device.csr)
                        [exit status: 0]""");
        assertThat(town.tlsa(OWNER)).contains(request.data());
        assertThat(town.files()).containsExactly("device.csr", "foo.mirage.pem");
        assertThat(town.runWithKey("--no-key", "--csr=device.csr").output())
                .startsWith("valid certificate in 'foo.mirage.pem'");
    }

    @Test
    void cannotBeMadeForOtherHosts() {
        assertThat(town.runWithKey("--no-key", "--csr=device.csr", "--additional=bar.mirage"))
                .hasToString(
                        """
                        ocertify: error: 'device.csr' is for 'foo.mirage', and not for 'foo.mirage', 'bar.mirage'
                        ocertify: hint: without its key it cannot be made anew: name just its hosts, or have another made where the key is
                        [exit status: 3]""");
    }

    @Test
    void mustBeThere() throws IOException {
        town.write("bad.csr", "my diary\n");

        assertThat(town.runWithKey("--no-key"))
                .hasToString(
                        """
                        ocertify: error: 'foo.mirage.req': no such file
                        ocertify: hint: with '--no-key' the request comes from where its key is; name its file with '--csr'
                        [exit status: 3]""");
        assertThat(town.runWithKey("--no-key", "--csr=bad.csr").errors())
                .contains("'bad.csr': ", "hint: with '--no-key' the request comes from where");
        assertThat(town.tlsa(OWNER)).isEmpty();
    }

    @Test
    void goesWithNoWishForAKey() {
        for (var wish : List.of("--type=rsa", "--key=device.key")) {
            assertThat(town.runWithKey("--no-key", "--csr=device.csr", wish).status().code())
                    .isEqualTo(2);
        }
    }
}
