package io.github.dnscli.osh.zone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.request.Update;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Zones become what files say.
@Timeout(60)
class ApplyTest {

    private static final ZoneCommand ZONE = new ZoneCommand(Answers.NOBODY);

    /// An address, an alias in place of addresses, another TTL, a new name, a name less, another timer.
    private static final String CHANGED =
            """
            $TTL 3600
            @          SOA   ns hostmaster 7 7200 600 86400 300
            @          NS    ns
            @          MX    10 mail
            @          MX    20 new
            ns   60    A     127.0.0.1
            mail       A     192.0.2.9
            www        CNAME alias
            alias      A     192.0.2.2
            new        A     192.0.2.4
            new        TXT   "hello"
            """;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ours", "named", "knotd"})
    void zoneBecomesWhatTheFileSays(String server) throws Exception {
        try (var zone = TestZone.at(server, folder)) {
            zone.file("wanted.zone", CHANGED);
            var run = zone.run(ZONE, "apply", "--yes", "wanted.zone");
            assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.YES);
            assertThat(run.output())
                    .contains("+ new.example.test. 3600 IN TXT \"hello\"\n")
                    .containsPattern("changes applied to zone 'example.test' at .*, serial 8\n");
            assertThat(zone.now().soa().map(Soa::refresh)).isEqualTo(Optional.of(7200L));
            var rest = zone.run(ZONE, "diff", "wanted.zone").output();
            assertThat(rest.lines()).hasSize(2).allMatch(line -> line.contains(" SOA "));
        }
    }

    @Test
    void dryRunChangesNothing() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            zone.file("wanted.zone", CHANGED);
            var run = zone.run(ZONE, "apply", "--dry-run", "wanted.zone");
            assertThat(run.status()).isEqualTo(ExitStatus.YES);
            assertThat(run.output()).contains("+ new.example.test.");
            assertThat(zone.data("new", "A")).isEmpty();
        }
    }

    @Test
    void nothingChangesWhereNobodySaysYes() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            zone.file("wanted.zone", CHANGED);
            var run = zone.run(ZONE, "apply", "wanted.zone");
            assertThat(run.status()).isEqualTo(ExitStatus.NO);
            assertThat(run.errors())
                    .contains("stays as it is: nobody is there to say yes")
                    .contains("'--yes' says it beforehand");
            var no = new ZoneCommand(_ -> Optional.of("n"));
            assertThat(zone.run(no, "apply", "wanted.zone").status()).isEqualTo(ExitStatus.NO);
            assertThat(zone.data("new", "A")).isEmpty();
            var yes = new ZoneCommand(_ -> Optional.of("y"));
            assertThat(zone.run(yes, "apply", "wanted.zone").status()).isEqualTo(ExitStatus.YES);
            assertThat(zone.data("new", "A")).isNotEmpty();
        }
    }

    @Test
    void brokenFileIsRefused() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            zone.file("broken.zone", CHANGED.replace("192.0.2.9", "192.0.2"));
            var run = zone.run(ZONE, "apply", "--yes", "broken.zone");
            assertThat(run.status()).isEqualTo(ExitStatus.NO);
            assertThat(run.output()).contains("broken.zone:7:18: error:").contains("^~~~~~~\n");
            assertThat(run.errors()).contains("stays as it is: 'broken.zone' has errors");
        }
    }

    @Test
    void serialAloneIsPassedOver() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            zone.file("serial.zone", TestZone.TEXT.replace("hostmaster 7", "hostmaster 99"));
            var run = zone.run(ZONE, "apply", "--yes", "serial.zone");
            assertThat(run.status()).isEqualTo(ExitStatus.YES);
            assertThat(run.toString())
                    .contains("serial 99 is passed over: the server moves it by itself")
                    .contains("is what the file says: nothing to change");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ours", "named"})
    void largeChangeTakesSeveralMessages(String server) throws Exception {
        try (var zone = TestZone.at(server, folder)) {
            var text = new StringBuilder(TestZone.TEXT);
            for (int i = 0; i < 5000; i++) {
                text.append("host-%04d TXT \"some text for host number %04d\"%n".formatted(i, i));
            }
            zone.file("large.zone", text.toString());
            var run = zone.run(ZONE, "apply", "--yes", "large.zone");
            assertThat(run.status()).as(run.errors()).isEqualTo(ExitStatus.YES);
            assertThat(run.errors())
                    .containsPattern("they were made in [2-9], one after the other");
            assertThat(zone.run(ZONE, "diff", "large.zone").output().lines())
                    .allMatch(line -> line.contains(" SOA "));
        }
    }

    @Test
    void nothingIsOverwrittenThatOthersChangeMeanwhile() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            zone.file("wanted.zone", TestZone.TEXT.replace("192.0.2.1", "192.0.2.9"));
            var other = ResourceRecord.of("mail.example.test", 3600, RecordType.A, "192.0.2.5");
            var slow =
                    new ZoneCommand(
                            _ -> {
                                zone.update(Update.of(TestZone.NAME).add(other));
                                return Optional.of("y");
                            });
            var run = zone.run(slow, "apply", "wanted.zone");
            assertThat(run.status()).isEqualTo(ExitStatus.NO);
            assertThat(run.errors()).contains("has changed meanwhile: server answers NXRRSET");
            assertThat(run.output()).contains("+ mail.example.test. 3600 IN A 192.0.2.5\n");
            assertThat(zone.data("mail", "A")).hasSize(2).contains("3600 192.0.2.1");
        }
    }

    @Test
    void unknownKeyIsTold() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            zone.file("wanted.zone", CHANGED);
            var run =
                    CommandRun.of(
                            ZONE,
                            zone.world(Map.of()),
                            "apply",
                            "--yes",
                            "wanted.zone",
                            "--server=" + zone.address(),
                            "--zone=example.test",
                            "--key=" + TestZone.KEY.replace("k._update", "k._transfer"));
            assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
            assertThat(run.errors()).contains("zone: hint: key 'k._transfer.example.test' must be");
        }
    }

    @Test
    void missingFileIsTold() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var run = zone.run(ZONE, "apply", "nowhere.zone");
            assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
            assertThat(run.errors()).contains("no such file");
        }
    }
}
