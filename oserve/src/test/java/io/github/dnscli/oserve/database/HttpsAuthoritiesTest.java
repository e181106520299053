package io.github.dnscli.oserve.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.testkit.certificate.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsAuthoritiesTest {

    private static final X509Certificate MACHINE = root("of the machine");
    private static final X509Certificate OWN = root("of our own");

    @TempDir private Path folder;

    private static X509Certificate root(String name) {
        return TestAuthority.root(name).identity().certificate();
    }

    private Path file(String name, X509Certificate certificate) throws IOException {
        return Files.writeString(folder.resolve(name), Certificate.of(certificate).pem());
    }

    private HttpsAuthorities authorities(Optional<Path> more) {
        var environment = Map.of("SSL_CERT_FILE", folder.resolve("machine.pem").toString());
        return new HttpsAuthorities(environment, more);
    }

    @Test
    void areThoseOfTheMachineAndNotOfTheJavaThatWeBring() throws IOException {
        file("machine.pem", MACHINE);

        assertThat(authorities(Optional.empty()).find()).containsExactly(MACHINE);
    }

    @Test
    void areThoseOfAFileBesides() throws IOException {
        file("machine.pem", MACHINE);
        var more = file("own.pem", OWN);

        assertThat(authorities(Optional.of(more)).find()).containsExactly(MACHINE, OWN);
    }

    @Test
    void areLookedForEachTime() throws IOException {
        file("machine.pem", MACHINE);
        var authorities = authorities(Optional.empty());
        authorities.find();
        file("machine.pem", OWN);

        assertThat(authorities.find()).containsExactly(OWN);
    }

    @Test
    void areMissedAloud() throws IOException {
        file("machine.pem", MACHINE);
        var nothing = Files.writeString(folder.resolve("own.pem"), "nothing\n");

        assertThatThrownBy(() -> authorities(Optional.of(nothing)).find())
                .isInstanceOf(IOException.class)
                .hasMessage("the file '" + nothing + "' holds no certificate in PEM form");
    }
}
