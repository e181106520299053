package io.github.dnscli.oserve.certifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certifier.acme.AcmeSettings;
import io.github.dnscli.certifier.acme.ExternalAccount;
import io.github.dnscli.certifier.challenge.DnsSettings;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.Terminals;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

class CertifierOptionsTest {

    private static final String SECRET = "kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";
    private static final String KEY = "a._update.example.com:SHA256:" + SECRET;

    @TempDir private Path folder;
    private final Map<String, String> environment = new HashMap<>();

    private CertifierOptions options(String... more) throws IOException {
        var arguments =
                new ArrayList<>(List.of("--server", "192.0.2.1", "--key", KEY, "--state", "s"));
        arguments.addAll(List.of(more));
        return of(arguments);
    }

    private CertifierOptions of(List<String> arguments) throws IOException {
        var spec = CommandSpec.create().name("test");
        CertifierOptions.addTo(spec);
        var parsed = new CommandLine(spec).parseArgs(arguments.toArray(String[]::new));
        var console =
                Console.of(
                        "test",
                        new ByteArrayOutputStream(),
                        new ByteArrayOutputStream(),
                        Terminals.NONE);
        return CertifierOptions.of(parsed, world(), console);
    }

    private World world() {
        return World.real().withDirectory(folder).withEnvironment(environment);
    }

    private AcmeSettings acme(String... more) throws IOException {
        return switch (options(more).issuing().authority()) {
            case AuthorityChoice.Acme(var settings) -> settings;
            case AuthorityChoice.Private own -> throw new AssertionError(own);
        };
    }

    private DnsSettings challenge(String... more) throws IOException {
        var options = options(more);
        PrimaryServer main = WatchingCertifier.primary(options.watch(), world());
        return options.issuing().challenge().orElseThrow().settings(main);
    }

    private static ServerAddress server(String address, int port) {
        return new ServerAddress(InetAddress.ofLiteral(address), port);
    }

    @Test
    void doesWhatIsUsual() throws Exception {
        var options = options();

        assertThat(options.watch().server()).isEqualTo(server("192.0.2.1", 53));
        assertThat(options.watch().zones()).isEmpty();
        assertThat(options.watch().interval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(options("--zone=example.com").watch().interval())
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(options.watch().listen()).isEmpty();
        assertThat(options.course()).isEqualTo(Course.STAY);
        assertThat(options.state().path()).isEqualTo(folder.resolve("s"));
        assertThat(options.issuing().ordersAWeek()).isEqualTo(5);
        assertThat(options.issuing().onFailure().command()).isEmpty();
        assertThat(options.issuing().allowances().rules()).isEmpty();
    }

    @Test
    void ordersFromAnAuthorityThatIsForTrialsUnlessTold() throws Exception {
        var settings = acme();

        assertThat(settings.directory().name()).isEqualTo("letsencrypt-staging");
        assertThat(settings.accountKeyType()).isEqualTo(KeyType.P256);
        assertThat(settings.accountKey()).isEmpty();
        assertThat(settings.contacts()).isEmpty();
        assertThat(settings.roots()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "letsencrypt, https://acme-v02.api.letsencrypt.org/directory",
        "letsencrypt-staging, https://acme-staging-v02.api.letsencrypt.org/directory",
        "zerossl, https://acme.zerossl.com/v2/DV90",
        "google, https://dv.acme-v02.api.pki.goog/directory",
        "https://ca.example/acme, https://ca.example/acme",
        "http://127.0.0.1:14000/dir, http://127.0.0.1:14000/dir",
        "http://[::1]:14000/dir, http://[::1]:14000/dir",
    })
    void knowsAuthorities(String word, URI directory) throws Exception {
        assertThat(acme("--ca", word).directory().url()).isEqualTo(directory);
    }

    @Test
    void takesTheWordOfTheOriginalForTheTrueAuthority() throws Exception {
        assertThat(acme("--production").directory().name()).isEqualTo("letsencrypt");
        assertUsage("'--ca' and '--production' exclude each other", "--ca=google", "--production");
    }

    @Test
    void takesAllThatAnAuthorityWantsToKnow() throws Exception {
        Files.writeString(folder.resolve("hmac"), "c2VjcmV0\n");
        var settings =
                acme(
                        "--account-key-type=rsa",
                        "--account-bits=3072",
                        "--email=a@example.com",
                        "--email=b@example.com",
                        "--eab-kid=kid-1",
                        "--eab-hmac=@hmac",
                        "--profile=shortlived",
                        "--preferred-chain=ISRG Root X2",
                        "--timeout=7s");

        assertThat(settings.accountKeyType()).isEqualTo(KeyType.RSA);
        assertThat(settings.accountKeyBits()).isEqualTo(3072);
        assertThat(settings.contacts())
                .containsExactly("mailto:a@example.com", "mailto:b@example.com");
        assertThat(settings.externalAccount()).contains(new ExternalAccount("kid-1", "c2VjcmV0"));
        assertThat(settings.profile()).contains("shortlived");
        assertThat(settings.preferredChain()).contains("ISRG Root X2");
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void takesTheSecretOfAnAccountFromTheEnvironment() throws Exception {
        environment.put("HMAC", "c2VjcmV0");

        assertThat(acme("--eab-kid=k", "--eab-hmac=env:HMAC").externalAccount())
                .contains(new ExternalAccount("k", "c2VjcmV0"));
    }

    @Test
    void takesNoSecretThatOthersCanSee() {
        assertUsage(
                "'--eab-hmac' wants '@FILE' or 'env:NAME': other users of this machine can see the command line",
                "--eab-kid=k",
                "--eab-hmac=c2VjcmV0");
        assertThatThrownBy(() -> options("--eab-kid=k", "--eab-hmac=env:UNSET"))
                .isInstanceOf(IOException.class)
                .hasMessage("'env:UNSET' holds no secret as base64url");
    }

    @Test
    void takesAKeyForTheAccount() throws Exception {
        var key = CertificateKey.generate(KeyType.P384, new SecureRandom());
        Files.writeString(folder.resolve("account.pem"), key.pem());

        assertThat(acme("--account-key=account.pem").accountKey().orElseThrow().publicKey())
                .isEqualTo(key.publicKey());
        assertUsage(
                "'--account-key' says what kind of key it is by itself",
                "--account-key=account.pem",
                "--account-key-type=p256");
    }

    @Test
    void takesNoKeyThatAuthoritiesDoNot() throws Exception {
        var key = CertificateKey.generate(KeyType.ED25519, new SecureRandom());
        Files.writeString(folder.resolve("account.pem"), key.pem());
        Files.writeString(folder.resolve("nonsense.pem"), "nonsense");

        assertThatThrownBy(() -> options("--account-key=account.pem"))
                .isInstanceOf(IOException.class)
                .hasMessage("'account.pem': an account's key is no Ed25519 key");
        assertThatThrownBy(() -> options("--account-key=nonsense.pem"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("'nonsense.pem': no private key in PEM form");
        assertUsage(
                "an account's key is of type 'rsa', 'p256', 'p384' or 'p521': authorities take no others",
                "--account-key-type=ed25519");
    }

    @Test
    void saysWhyASeedIsOfNoUse() {
        assertUsage(
                "option '--account-key-seed' cannot be honoured: nothing but the OCaml original makes the same key of a seed;"
                        + " '--account-key FILE' takes that key in PEM form",
                "--account-key-seed=abc");
    }

    @Test
    void trustsTheCertificatesItIsTold() throws Exception {
        Roots.root(folder.resolve("one.pem"));
        Roots.root(folder.resolve("two.pem"));

        assertThat(acme("--ca-root=one.pem", "--ca-root=two.pem").roots()).hasSize(2);
        assertThatThrownBy(() -> options("--ca-root=none.pem"))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("none.pem' does not exist");
    }

    @Test
    void trustsWhatTheAdministratorTrusts() throws Exception {
        Roots.root(folder.resolve("one.pem"));
        environment.put("SSL_CERT_FILE", folder.resolve("one.pem").toString());

        assertThat(acme().roots()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--ca-root=x",
                "--account-key=x",
                "--email=a@b",
                "--eab-kid=k",
                "--profile=p",
                "--preferred-chain=c",
                "--challenge-server=192.0.2.9",
                "--challenge-key=a:SHA256:" + SECRET,
                "--challenge-zone=z",
                "--resolver=192.0.2.9",
                "--name-server-port=5353",
                "--propagation-timeout=5s",
                "--no-propagation-check",
            })
    void saysWhatAnAuthorityOfOnesOwnHasNoUseFor(String option) {
        assertThatThrownBy(() -> options("--ca=private", option))
                .isInstanceOf(ParameterException.class)
                .hasMessageStartingWith(
                        "option '%s' is of no use with '--ca private'"
                                .formatted(option.split("=", 2)[0]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--lifetime=5d|option '--lifetime' is of use with '--ca private' only",
                "--account-bits=2048|option '--account-bits' is of use with '--account-key-type rsa' only",
                "--eab-kid=k|'--eab-kid' and '--eab-hmac' go together",
                "--no-propagation-check --propagation-timeout=1s|'--propagation-timeout' and '--no-propagation-check'"
                        + " exclude each other",
                "--interval=50ms|--interval is shorter than 100ms",
            })
    void saysWhatDoesNotGoTogether(String arguments, String problem) {
        assertUsage(problem, arguments.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--account-bits=512",
                "--orders-per-week=0",
                "--email=nobody",
                "--allow-names=nonsense",
                "--name-server-port=0",
            })
    void takesNoNonsense(String option) {
        assertThatThrownBy(() -> options(option)).isInstanceOf(ParameterException.class);
    }

    @Test
    void writesProofsWhereTheZonesAre() throws Exception {
        var settings = challenge();

        assertThat(settings.servers()).hasSize(1);
        assertThat(settings.servers().getFirst().address()).isEqualTo(server("192.0.2.1", 53));
        assertThat(settings.propagation()).contains(Duration.ofMinutes(2));
        assertThat(settings.zone()).isEmpty();
        assertThat(settings.nameServerPorts().server(InetAddress.ofLiteral("192.0.2.7")))
                .contains(server("192.0.2.7", 53));
    }

    @Test
    void writesProofsWhereItIsTold() throws Exception {
        var settings =
                challenge(
                        "--challenge-server=192.0.2.2#5300",
                        "--challenge-key=acme:SHA256:" + SECRET,
                        "--challenge-key=other:SHA512:" + SECRET,
                        "--challenge-zone=acme.example.net",
                        "--resolver=192.0.2.3",
                        "--resolver=192.0.2.4#5301",
                        "--name-server-port=5302",
                        "--propagation-timeout=30s");

        assertThat(settings.servers())
                .extracting(at -> at.address() + " " + at.key().name().display())
                .containsExactly(
                        server("192.0.2.2", 5300) + " acme",
                        server("192.0.2.2", 5300) + " other",
                        server("192.0.2.1", 53) + " a._update.example.com");
        assertThat(settings.zone()).contains(DomainName.of("acme.example.net"));
        assertThat(settings.resolvers())
                .containsExactly(server("192.0.2.3", 53), server("192.0.2.4", 5301));
        assertThat(settings.nameServerPorts().server(InetAddress.ofLiteral("192.0.2.7")))
                .contains(server("192.0.2.7", 5302));
        assertThat(settings.propagation()).contains(Duration.ofSeconds(30));
    }

    @Test
    void signsProofsForAnotherServerWithTheKeyOfTheZonesUnlessThereIsAnother() throws Exception {
        var settings = challenge("--challenge-server=192.0.2.2", "--no-propagation-check");

        assertThat(settings.servers())
                .extracting(at -> at.address() + " " + at.key().name().display())
                .containsExactly(
                        server("192.0.2.2", 53) + " a._update.example.com",
                        server("192.0.2.1", 53) + " a._update.example.com");
        assertThat(settings.propagation()).isEmpty();
    }

    @Test
    void allowsNamesAndCountsOrdersAsItIsTold() throws Exception {
        var issuing =
                options(
                                "--allow-names=web.example.com=shop.example.org",
                                "--allow-names=.example.com=.example.net".replace("=.", "="),
                                "--orders-per-week=50",
                                "--on-failure=mail root")
                        .issuing();

        assertThat(issuing.settings().allowances().rules()).hasSize(2);
        assertThat(issuing.settings().ordersAWeek()).isEqualTo(50);
        assertThat(issuing.onFailure().command()).contains("mail root");
    }

    @Test
    void goesOnceOrTriesWhenItIsTold() throws Exception {
        assertThat(options("--once").course()).isEqualTo(Course.ONCE);
        assertThat(options("--dry-run").course()).isEqualTo(Course.TRIAL);
        assertThat(options("--once", "--dry-run").course()).isEqualTo(Course.TRIAL);
    }

    @Test
    void keepsItsStateWhereSystemdSays() throws Exception {
        environment.put("STATE_DIRECTORY", "/var/lib/certifier");

        assertThat(of(List.of("--server", "192.0.2.1", "--key", KEY)).state().path())
                .isEqualTo(Path.of("/var/lib/certifier"));
    }

    private void assertUsage(String problem, String... arguments) {
        assertThatThrownBy(() -> options(arguments))
                .isInstanceOf(ParameterException.class)
                .hasMessage(problem);
    }
}
