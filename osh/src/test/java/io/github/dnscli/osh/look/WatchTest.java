package io.github.dnscli.osh.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Pause;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.osh.zone.TestZone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Changes are seen as they come.
@Timeout(60)
class WatchTest {

    @TempDir static Path folder;

    private static final Update CHANGE =
            Update.of(TestZone.NAME)
                    .add(ResourceRecord.of("new.example.test", 60, RecordType.A, "192.0.2.50"))
                    .deleteSet(DomainName.of("a.b.deep.example.test"), RecordType.TXT);

    /// {@return a pause in which the zone changes}
    private static Pause changing(TestZone zone) {
        return _ -> {
            try {
                zone.update(CHANGE);
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
        };
    }

    private static CommandRun watch(TestZone zone, Pause pause, String... words) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(
                List.of(
                        "--server=" + zone.address(),
                        "--zone=example.test",
                        "--key=" + TestZone.KEY));
        return CommandRun.of(
                new WatchCommand(),
                zone.world(Map.of()).withPause(pause),
                all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zone"})
    void zoneIsFollowed(String word) throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var words =
                    word.isEmpty() ? new String[] {"--count=1"} : new String[] {word, "--count=1"};
            var run = watch(zone, changing(zone), words);
            assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.YES);
            assertThat(run.output().replaceFirst("^\\d\\d:\\d\\d:\\d\\d", "TIME"))
                    .isEqualTo(
                            """
                            TIME serial 7 -> 8
                            - a.b.deep.example.test. 3600 IN TXT "down here"
                            + new.example.test. 60 IN A 192.0.2.50
                            """);
        }
    }

    @Test
    void answerIsWaitedFor() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var run = watch(zone, changing(zone), "new", "A");
            assertThat(run.status()).as(run.toString()).isEqualTo(ExitStatus.YES);
            assertThat(run.output())
                    .contains(" NXDOMAIN -> NOERROR\n+ new.example.test. 60 IN A 192.0.2.50\n");
        }
    }

    @Test
    void endComesByTime() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var run = watch(zone, _ -> {}, "--for", "50ms");
            assertThat(run.status()).isEqualTo(ExitStatus.NO);
            assertThat(run.output()).isEmpty();
        }
    }

    @Test
    void interruptionEndsIt() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var thread = Thread.currentThread();
            var run =
                    watch(
                            zone,
                            time -> {
                                thread.interrupt();
                                Pause.sleeping().pause(time);
                            });
            assertThat(Thread.interrupted()).isTrue();
            assertThat(run.status()).isEqualTo(ExitStatus.NO);
            assertThat(run.errors()).doesNotContain("error").doesNotContain("warning");
        }
    }

    @Test
    void unservedZoneIsTold() throws Exception {
        try (var zone = TestZone.ours(folder)) {
            var run =
                    CommandRun.of(
                            new WatchCommand(),
                            zone.world(Map.of()),
                            "--server=" + zone.address(),
                            "--zone=example.org");
            assertThat(run.status()).isEqualTo(ExitStatus.NO);
            assertThat(run.errors())
                    .contains("NOTAUTH")
                    .contains("watch: hint: name a key that may transfer it");
        }
    }
}
