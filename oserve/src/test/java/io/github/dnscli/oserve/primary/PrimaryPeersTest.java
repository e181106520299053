package io.github.dnscli.oserve.primary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The clients that people use, against our server.
class PrimaryPeersTest {

    private static final String ZONE =
            """
            ;; example.com -- ask hostmaster before you touch this
            $TTL 3600
            $ORIGIN example.com.

            @  IN  SOA  ns1 hostmaster.example.com. (
            \t\t2026010107\t; serial, YYYYMMDDnn
            \t\t2h 30m\t; refresh, retry
            \t\t2w\t; expire
            \t\t5m )\t; negative
            \tNS\tns1
            \tMX\t10 mail

            ns1\t\tA\t127.0.0.1
            mail   A   192.0.2.25 ; the old box
            www    300 IN A 192.0.2.80;glued
                   300 IN A 192.0.2.81
            $ORIGIN sub.example.com.
            ; below
            text  TXT ( "one"   ; first
                        "two" ) ; second
            alias CNAME www.example.com.
            """;

    @TempDir Path zones;
    private Path file;
    private RunningPrimary primary;

    @BeforeEach
    void start() throws IOException {
        file = Files.writeString(zones.resolve("example.com"), ZONE);
        RunningPrimary.writeKey(zones, RunningPrimary.KEY_NAME);
        primary = RunningPrimary.serving(zones);
    }

    @AfterEach
    void stop() {
        primary.close();
    }

    private String port() {
        return Integer.toString(primary.port());
    }

    private static String key() {
        return RunningPrimary.keyText(RunningPrimary.KEY_NAME);
    }

    private Peers.Ran run(String input, Peer peer, String... arguments) throws IOException {
        return Peers.run(zones, input, peer, arguments);
    }

    private String dig(String... arguments) throws IOException {
        var all = new ArrayList<>(List.of("@127.0.0.1", "-p", port()));
        all.addAll(List.of(arguments));
        return run("", Peer.DIG, all.toArray(String[]::new)).output();
    }

    private Peers.Ran nsupdate(String changes) throws IOException {
        return run(
                "server 127.0.0.1 " + port() + "\nzone example.com\n" + changes + "send\n",
                Peer.NSUPDATE,
                "-y",
                key());
    }

    private String diff() throws IOException {
        return run("", Peer.GIT, "diff", "-U0", "--no-color").output();
    }

    private void commit() throws IOException {
        run("", Peer.GIT, "init", "-q");
        run("", Peer.GIT, "add", "example.com");
        run(
                "",
                Peer.GIT,
                "-c",
                "user.name=t",
                "-c",
                "user.email=t@example.com",
                "commit",
                "-q",
                "-m",
                "zone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+notcp", "+tcp"})
    void digAsksForOneType(String transport) throws IOException {
        assertThat(dig(transport, "www.example.com", "A"))
                .contains("status: NOERROR")
                .contains("flags: qr aa")
                .containsPattern("www\\.example\\.com\\.\\s+300\\s+IN\\s+A\\s+192\\.0\\.2\\.80")
                .containsPattern("www\\.example\\.com\\.\\s+300\\s+IN\\s+A\\s+192\\.0\\.2\\.81")
                .doesNotContain("Warning", "extra bytes");
    }

    @Test
    void digAsksForAllTypes() throws IOException {
        assertThat(dig("example.com", "ANY")).contains("SOA", "MX", "NS", "ANSWER: 3");
    }

    @Test
    void digFetchesTheZoneWithAKey() throws IOException {
        assertThat(dig("-y", key(), "example.com", "AXFR"))
                .contains("XFR size: 10 records")
                .doesNotContain("could not be validated");
        assertThat(dig("example.com", "AXFR")).contains("Transfer failed");
    }

    @Test
    void kdigAsksAndFetches() throws IOException {
        assertThat(
                        run(
                                        "",
                                        Peer.KDIG,
                                        "@127.0.0.1",
                                        "-p",
                                        port(),
                                        "text.sub.example.com",
                                        "TXT")
                                .output())
                .contains("status: NOERROR")
                .contains("\"one\" \"two\"")
                .doesNotContain("WARNING");
        assertThat(
                        run(
                                        "",
                                        Peer.KDIG,
                                        "@127.0.0.1",
                                        "-p",
                                        port(),
                                        "-y",
                                        key(),
                                        "example.com",
                                        "AXFR")
                                .output())
                .contains("10 records")
                .doesNotContain("WARNING", ";; ERROR");
    }

    @Test
    void nsupdateAddsAndDeletes() throws IOException {
        assertThat(
                        nsupdate(
                                """
                                update add new.example.com 60 A 192.0.2.9
                                update add new.example.com 60 AAAA 2001:db8::9
                                update delete www.example.com A 192.0.2.80
                                update delete alias.sub.example.com
                                """))
                .isEqualTo(new Peers.Ran(0, ""));
        assertThat(dig("+short", "new.example.com", "A")).isEqualTo("192.0.2.9\n");
        assertThat(dig("+short", "new.example.com", "AAAA")).isEqualTo("2001:db8::9\n");
        assertThat(dig("+short", "www.example.com", "A")).isEqualTo("192.0.2.81\n");
        assertThat(dig("alias.sub.example.com", "CNAME")).contains("status: NXDOMAIN");
    }

    @Test
    void nsupdateMindsItsPrerequisites() throws IOException {
        assertThat(
                        nsupdate(
                                "prereq nxdomain www.example.com\nupdate add www.example.com 60 TXT no\n"))
                .isEqualTo(new Peers.Ran(2, "update failed: YXDOMAIN\n"));
        assertThat(
                        nsupdate(
                                "prereq yxrrset new.example.com A\nupdate add new.example.com 60 TXT no\n"))
                .isEqualTo(new Peers.Ran(2, "update failed: NXRRSET\n"));
        assertThat(
                        nsupdate(
                                """
                                prereq yxrrset www.example.com A 192.0.2.80
                                prereq yxrrset www.example.com A 192.0.2.81
                                update add www.example.com 300 TXT yes
                                """))
                .isEqualTo(new Peers.Ran(0, ""));
        assertThat(dig("+short", "www.example.com", "TXT")).isEqualTo("\"yes\"\n");
    }

    @Test
    void nsupdateIsRefusedWithoutTheRight() throws IOException {
        var unsigned =
                run(
                        "server 127.0.0.1 "
                                + port()
                                + "\nzone example.com\nupdate add new.example.com 60 A 192.0.2.9\nsend\n",
                        Peer.NSUPDATE);
        assertThat(unsigned).isEqualTo(new Peers.Ran(2, "update failed: REFUSED\n"));
        var stranger =
                run(
                        "server 127.0.0.1 "
                                + port()
                                + "\nzone example.com\nupdate add new.example.com 60 A 192.0.2.9\nsend\n",
                        Peer.NSUPDATE,
                        "-y",
                        RunningPrimary.keyText(DomainName.of("stranger._update.example.com")));
        assertThat(stranger.status()).isEqualTo(2);
        assertThat(stranger.output()).contains("BADKEY");
        assertThat(file).content().isEqualTo(ZONE);
    }

    @Test
    void knsupdateAddsAndDeletes() throws IOException {
        var ran =
                run(
                        """
                        server 127.0.0.1 %s
                        zone example.com
                        origin example.com
                        prereq nxdomain new.example.com.
                        add new.example.com. 60 A 192.0.2.9
                        del www.example.com. A 192.0.2.80
                        send
                        """
                                .formatted(port()),
                        Peer.KNSUPDATE,
                        "-y",
                        key());
        assertThat(ran.status()).as(ran.output()).isZero();
        assertThat(dig("+short", "new.example.com", "A")).isEqualTo("192.0.2.9\n");
        assertThat(dig("+short", "www.example.com", "A")).isEqualTo("192.0.2.81\n");
    }

    @Test
    void anUpdateChangesOnlyTheLinesItMust() throws IOException {
        commit();
        assertThat(
                        nsupdate(
                                """
                                update delete mail.example.com A
                                update add mail.example.com 3600 A 192.0.2.26
                                update add text.sub.example.com 3600 TXT three
                                update delete www.example.com A 192.0.2.81
                                """))
                .isEqualTo(new Peers.Ran(0, ""));
        assertThat(diff().lines().filter(line -> line.matches("[-+][^-+].*")))
                .containsExactly(
                        "-\t\t2026010107\t; serial, YYYYMMDDnn",
                        "+\t\t2026010108\t; serial, YYYYMMDDnn",
                        "-mail   A   192.0.2.25 ; the old box",
                        "+mail   A   192.0.2.26 ; the old box",
                        "-       300 IN A 192.0.2.81",
                        "+text  TXT \"three\"");
    }

    @Test
    void whatItWroteLoadsElsewhere() throws IOException {
        nsupdate(
                """
                update add new.example.com 60 TXT "a;b" "quote \\" here"
                update add new.example.com 60 TYPE65280 \\# 3 010203
                update delete text.sub.example.com
                """);
        var ran = run("", Peer.NAMED_CHECKZONE, "-i", "local", "example.com", file.toString());
        assertThat(ran.status()).as(ran.output()).isZero();
        assertThat(dig("+short", "new.example.com", "TXT"))
                .isEqualTo("\"a;b\" \"quote \\\" here\"\n");
    }
}
