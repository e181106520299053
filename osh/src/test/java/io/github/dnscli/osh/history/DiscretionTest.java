package io.github.dnscli.osh.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.usage.Usage;
import io.github.dnscli.ocertify.OcertifyCommand;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.oupdate.OupdateCommand;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscretionTest {

    private static final Discretion DISCRETION =
            new Discretion(
                    Map.of(
                            "oupdate", Usage.of(new OupdateCommand()),
                            "ocertify", Usage.of(new OcertifyCommand()),
                            "oserve", Usage.of(new OserveCommand())));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "use key k:SHA256:c2VjcmV0c2VjcmV0 zone x | use key k:SHA256:SECRET zone x",
                "use key k:c2VjcmV0c2VjcmV0 | use key k:SECRET",
                "use key 'k:SHA256:'c2VjcmV0\"c2VjcmV0\" ; use | use key k:SHA256:SECRET ; use",
                "oupdate @ns k:SHA256:c2VjcmV0c2VjcmV0 www 192.0.2.1 | oupdate @ns k:SHA256:SECRET www 192.0.2.1",
                "ocertify --data c2Vjc www | ocertify --data SECRET www",
                "ocertify --seed=c2Vjc www | ocertify --seed=SECRET www",
                "ocertify --dns-key @k.key www | ocertify --dns-key @k.key www",
                "ocertify --dns-key env:KEY www | ocertify --dns-key env:KEY www",
                "oserve primary --ssh-key ed25519:c2VjcmV0c2VjcmV0 | oserve primary --ssh-key ed25519:SECRET",
                "oupdate www 2001:db8:abcd:ef01:2345:6789:abcd:ef01 | oupdate www 2001:db8:abcd:ef01:2345:6789:abcd:ef01",
                "oserve primary --remote https://git.example.com/zones | oserve primary --remote https://git.example.com/zones",
                "use @127.0.0.1#53 | use @127.0.0.1#53",
            })
    void secretsAreTakenOut(String line, String remembered) {
        assertThat(DISCRETION.remembered(line)).contains(remembered);
    }

    @ParameterizedTest
    @ValueSource(strings = {" use key x", "", "  ", "use key 'k:SHA256:c2VjcmV0c2VjcmV0", "a\nb"})
    void someLinesAreNotRemembered(String line) {
        assertThat(DISCRETION.remembered(line)).isEmpty();
    }
}
