package io.github.dnscli.osh.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.osh.zone.TestZone;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Questions and how answers are shown.
@Timeout(60)
class DigTest {

    private static final DigCommand DIG = new DigCommand();

    @TempDir static Path folder;

    private TestZone zone;

    @BeforeEach
    void serve() throws Exception {
        zone = TestZone.ours(folder);
    }

    @AfterEach
    void stop() throws Exception {
        zone.close();
    }

    private CommandRun dig(String... words) {
        return CommandRun.of(DIG, World.real(), words);
    }

    private String server() {
        return "@" + zone.address();
    }

    @Test
    void answerIsShownInSections() {
        var run = dig(server(), "www.example.test");
        assertThat(run.status()).isEqualTo(ExitStatus.YES);
        assertThat(run.output().replaceAll("in \\d+ ms", "in N ms"))
                .isEqualTo(
                        """
                        ;; www.example.test. IN A: NOERROR, flags qr aa rd
                        ;; answer
                        www.example.test.  300  IN  A  192.0.2.2
                        www.example.test.  300  IN  A  192.0.2.3
                        ;; from %s in N ms
                        """
                                .formatted(zone.address().display()));
    }

    @ParameterizedTest
    @CsvSource({
        "example.test SOA, ns.example.test. hostmaster.example.test. 7 3600 600 86400 300",
        "SOA example.test, ns.example.test. hostmaster.example.test. 7 3600 600 86400 300",
        "mx example.test, 10 mail.example.test.",
        "--tcp mail.example.test., 192.0.2.1",
        "--zone example.test mail, 192.0.2.1"
    })
    void wordsComeInAnyOrder(String words, String data) {
        var run = dig((words + " --short " + server()).split(" "));
        assertThat(run).hasToString(data + "\n[exit status: 0]");
    }

    @Test
    void serverMayBeAnOption() {
        var run = dig("--server", zone.address().toString(), "--short", "mail.example.test");
        assertThat(run.output()).isEqualTo("192.0.2.1\n");
    }

    @Test
    void keySigns() {
        var run = dig(server(), "--key", TestZone.KEY, "--short", "mail.example.test");
        assertThat(run.output()).isEqualTo("192.0.2.1\n");
    }

    @Test
    void missingNameIsANo() {
        var run = dig(server(), "nowhere.example.test");
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output()).contains("NXDOMAIN").contains(";; authority\nexample.test.");
    }

    @Test
    void refusalIsShownWithItsReason() {
        var run = dig(server(), "example.org");
        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output())
                .contains("REFUSED")
                .contains(";; extended error 20 (not authoritative)");
    }

    @Test
    void replyIsShownAsJson() {
        var run = dig(server(), "--json", "mail.example.test");
        assertThat(run.output())
                .contains("\"outcome\": \"NOERROR\"")
                .contains("\"data\": \"192.0.2.1\"");
    }

    @Test
    void addressIsAskedForBackwards() {
        assertThat(dig(server(), "-x", "192.0.2.1").output())
                .startsWith(";; 1.2.0.192.in-addr.arpa. IN PTR: REFUSED");
        assertThat(dig(server(), "-x", "2001:db8::1").output())
                .startsWith(";; 1.0.0.0.")
                .contains(".8.b.d.0.1.0.0.2.ip6.arpa. IN PTR");
    }

    @ParameterizedTest
    @CsvSource({
        "'', missing NAME",
        "a.test b.test, 'b.test' is not a record type",
        "a.test AXFR, 'zone show' transfers a zone",
        "a.test @192.0.2.1, cannot both be asked",
        "-x 1.2.3, is not an address",
        "-x 192.0.2.1 a.test, makes no sense beside '-x'",
        "a..test, is no domain name"
    })
    void nonsenseIsRefused(String words, String problem) {
        var run = dig((words.isEmpty() ? server() : words + " " + server()).split(" "));
        assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errors()).contains(problem);
    }

    @Test
    void serverIsMissing() {
        var run = dig("example.test");
        assertThat(run)
                .hasToString(
                        """
                        dig: error: no server is named
                        dig: hint: name it as '@SERVER', or for all that follows by 'use @SERVER'
                        [exit status: 2]""");
    }
}
