package io.github.dnscli.osh.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.text.ZoneText;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What is served is shown, saved, checked and compared.
@Timeout(60)
class ShowTest {

    private static final ZoneCommand ZONE = new ZoneCommand(Answers.NOBODY);

    @TempDir Path folder;

    @Test
    void zoneIsShownAsAFileThatMeansTheSame() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var run = zone.run(ZONE, "show");
            assertThat(run)
                    .hasToString(
                            """
                            $ORIGIN example.test.
                            $TTL 3600
                            @              SOA    ns hostmaster (
                                                  7          ; serial, which the server moves
                                                  3600       ; refresh
                                                  600        ; retry
                                                  86400      ; expire
                                                  300        ; TTL of negative answers
                                                  )
                            @              NS     ns
                            @              MX     10 mail
                            alias          CNAME  www
                            a.b.deep       TXT    "down here"
                            mail           A      192.0.2.1
                            ns             A      127.0.0.1
                            www       300  A      192.0.2.2
                            www       300  A      192.0.2.3
                            [exit status: 0]""");
            assertThat(ZoneText.zone("example.test", run.output())).isEqualTo(zone.now());
        }
    }

    @Test
    void partOfTheZoneIsShown() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            assertThat(zone.run(ZONE, "show", "deep").output())
                    .contains("a.b.deep")
                    .doesNotContain("www");
            assertThat(zone.run(ZONE, "show", "www.example.test").output())
                    .contains("192.0.2.3")
                    .doesNotContain("SOA");
            var none = zone.run(ZONE, "show", "nowhere");
            assertThat(none.status()).isEqualTo(ExitStatus.NO);
            assertThat(none.errors()).contains("nothing at or below 'nowhere.example.test'");
        }
    }

    @Test
    void zoneIsSavedInAFile() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var run = zone.run(ZONE, "save", "copy.zone");
            assertThat(run.output())
                    .isEqualTo("zone 'example.test' with serial 7 saved in 'copy.zone'\n");
            String text = Files.readString(folder.resolve("copy.zone"));
            assertThat(ZoneText.zone("example.test", text)).isEqualTo(zone.now());
        }
    }

    @Test
    void servedZoneIsChecked() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            assertThat(zone.run(ZONE, "check"))
                    .hasToString("successfully checked zone example.test\n[exit status: 0]");
        }
        String dangling = TestZone.TEXT + "@ MX 20 nowhere\n";
        try (var zone = TestZone.ours(dangling, folder)) {
            var run = zone.run(ZONE, "check");
            assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.NO);
            assertThat(run.output()).contains("example.test: error:").contains("nowhere");
        }
    }

    @Test
    void fileIsComparedWithWhatIsServed() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            zone.file("same.zone", TestZone.TEXT);
            assertThat(zone.run(ZONE, "diff", "same.zone")).hasToString("[exit status: 0]");
            zone.file(
                    "other.zone",
                    TestZone.TEXT.replace("192.0.2.1", "192.0.2.9").replace("300  A", "60 A"));
            assertThat(zone.run(ZONE, "diff", "other.zone"))
                    .hasToString(
                            """
                            - mail.example.test. 3600 IN A 192.0.2.1
                            + mail.example.test. 3600 IN A 192.0.2.9
                            ~ www.example.test. IN A 192.0.2.2 ttl 300 -> 60
                            ~ www.example.test. IN A 192.0.2.3 ttl 300 -> 60
                            [exit status: 1]""");
        }
    }

    @Test
    void refusedTransferTellsTheNextStep() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var run =
                    CommandRun.of(
                            ZONE,
                            World.real(),
                            "show",
                            "--server",
                            zone.address().toString(),
                            "--zone",
                            "example.test");
            assertThat(run.status()).isEqualTo(ExitStatus.NO);
            assertThat(run.errors())
                    .startsWith("zone: error: transfer of zone 'example.test' at 127.0.0.1:")
                    .contains("REFUSED")
                    .contains("zone: hint: name a key that may transfer it by '--key KEY'");
        }
    }

    @Test
    void wrongKeyIsTold() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var run =
                    CommandRun.of(
                            ZONE,
                            World.real(),
                            "show",
                            "--server=" + zone.address(),
                            "--zone=example.test",
                            "--key=" + TestZone.KEY.replace("kJJq", "AAAA"));
            assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
            assertThat(run.errors()).contains("key 'k._update.example.test' must be one that may");
        }
    }

    @Test
    void missingServerAndZoneAreTold() {
        var server = CommandRun.of(ZONE, World.real(), "show");
        assertThat(server)
                .hasToString(
                        """
                        zone: error: no server is named
                        zone: hint: name it by '--server SERVER', or for all that follows by 'use @SERVER zone NAME'
                        [exit status: 2]""");
        var zone = CommandRun.of(ZONE, World.real(), "show", "--server", "127.0.0.1");
        assertThat(zone.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(zone.errors()).contains("no zone is named");
    }
}
