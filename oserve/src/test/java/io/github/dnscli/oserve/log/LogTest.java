package io.github.dnscli.oserve.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.Terminals;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.gitstore.GitEvent;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import io.github.dnscli.gitstore.repository.Revision;
import io.github.dnscli.server.event.NotifyEvent;
import io.github.dnscli.server.event.SecondaryEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {

    private static final DomainName ZONE = DomainName.of("example.com");
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final ServerAddress PRIMARY =
            new ServerAddress(InetAddress.ofLiteral("192.0.2.1"), 53);

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final Console console =
            Console.of("oserve", new ByteArrayOutputStream(), errors, Terminals.NONE);

    private String said() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesLinesForPeople() {
        var log = new TextLog(console);
        log.write(LogEvent.error("broken", "it broke").hint("mend it").with("zone", "example.com"));
        log.write(LogEvent.warning("odd", "it is odd"));
        log.write(LogEvent.info("done", "it is done"));
        log.write(LogEvent.detail("detail", "it is of no interest").hint("nor this"));
        assertThat(said())
                .isEqualTo(
                        """
                        oserve: error: it broke
                        oserve: hint: mend it
                        oserve: warning: it is odd
                        oserve: info: it is done
                        """);
    }

    @Test
    void letsNobodyEndALineOrCommandATerminal() {
        new TextLog(console)
                .write(LogEvent.info("refused", "a\noserve: error: b\u001b[2J").hint("c\r\nd"));
        assertThat(said())
                .isEqualTo(
                        "oserve: info: a\\010oserve: error: b\\027[2J\noserve: hint: c\\013\\010d\n");
    }

    @Test
    void putsPrioritiesInFrontForTheJournal() {
        var log = new TextLog(console.withPriorities());
        log.write(LogEvent.error("a", "one").hint("two"));
        log.write(LogEvent.warning("b", "three"));
        log.write(LogEvent.info("c", "four"));
        assertThat(said())
                .isEqualTo(
                        """
                        <3>oserve: error: one
                        <6>oserve: hint: two
                        <4>oserve: warning: three
                        <6>oserve: info: four
                        """);
    }

    @Test
    void writesAnObjectOnEachLineForPrograms() {
        var log = new JsonLog(console, () -> NOW);
        log.write(
                LogEvent.error("zone-error", "line\nbreak \"quoted\"")
                        .hint("mend it")
                        .zone(ZONE)
                        .with("serial", new Serial(4_000_000_000L))
                        .with("records", List.of("a", "b")));
        log.write(LogEvent.detail("detail", "not wanted"));
        assertThat(said())
                .isEqualTo(
                        """
                        {"time": "2026-11-25T12:00:00Z","level": "error","event": "zone-error",\
                        "message": "line\\nbreak \\"quoted\\"","hint": "mend it",\
                        "zone": "example.com","serial": 4000000000,"records": ["a","b"]}
                        """);
    }

    @Test
    void knowsTheJournalByTheStreamItIs(@TempDir Path folder) throws IOException {
        var file = Files.createFile(folder.resolve("stream"));
        assertThat(JournalStream.identity(file))
                .isEqualTo(
                        Files.getAttribute(file, "unix:dev")
                                + ":"
                                + Files.getAttribute(file, "unix:ino"));
        assertThat(JournalStream.identity(folder.resolve("none"))).isEmpty();
        assertThat(JournalStream.isStandardError(Map.of())).isFalse();
        assertThat(JournalStream.isStandardError(Map.of("JOURNAL_STREAM", "1:2"))).isFalse();
        var own = JournalStream.identity(Path.of("/proc/self/fd/2"));
        assertThat(JournalStream.isStandardError(Map.of("JOURNAL_STREAM", own)))
                .isEqualTo(!own.isEmpty());
    }

    private static List<String> lines(List<LogEvent> events) {
        return events.stream().map(event -> event.level() + " " + event.message()).toList();
    }

    @Test
    void tellsOfTheFilesOfZones() {
        var zone =
                Zone.of(
                        ZONE,
                        List.of(
                                ResourceRecord.of(
                                        "example.com",
                                        60,
                                        RecordType.SOA,
                                        "ns. admin. 7 1 1 1 1")));
        var file = Path.of("example.com");
        assertThat(
                        lines(
                                ReadingWords.of(
                                        new ReadingEvent.Served(
                                                file, zone, Optional.empty(), List.of()))))
                .containsExactly("INFO zone 'example.com' loaded from 'example.com': serial 7");
        assertThat(
                        lines(
                                ReadingWords.of(
                                        new ReadingEvent.Served(
                                                file,
                                                zone,
                                                Optional.of(new Serial(6)),
                                                List.of()))))
                .containsExactly("INFO zone 'example.com' reloaded: serial 6 -> 7");
        var errors = IntStream.range(0, 12).mapToObj(i -> "error " + i).toList();
        assertThat(
                        lines(
                                ReadingWords.of(
                                        new ReadingEvent.Broken(
                                                file, ZONE, errors, Optional.of(new Serial(6))))))
                .hasSize(12)
                .startsWith("ERROR error 0")
                .endsWith(
                        "ERROR and 2 more errors in 'example.com'",
                        "ERROR zone 'example.com' stays as it was, at serial 6");
    }

    @Test
    void tellsOfTheRepository() {
        var revision = new Revision("0123456789abcdef0123456789abcdef01234567");
        assertThat(lines(GitWords.of(new GitEvent.Fetched(Optional.empty(), revision))))
                .containsExactly("INFO fetched: commit 0123456789");
        assertThat(
                        lines(
                                GitWords.of(
                                        new GitEvent.PushFailed(
                                                "the remote says no:\n  hook\n\n  failed\n", NOW))))
                .containsExactly(
                        "WARNING not pushed, the commits are kept: the remote says no: hook; failed; next try at 2026-11-25T12:00:00Z");
    }

    @Test
    void tellsOfNewsAndOfPrimaries() {
        var serial = new Serial(7);
        var host = InetAddress.ofLiteral("192.0.2.2");
        assertThat(
                        ServerWords.told(
                                        new NotifyEvent(
                                                ZONE,
                                                serial,
                                                host,
                                                "192.0.2.2:53",
                                                new NotifyEvent.End.GivenUp("no reply")))
                                .message())
                .isEqualTo(
                        "news given up: zone 'example.com', serial 7, to 192.0.2.2:53: no reply");
        assertThat(
                        SecondaryWords.of(
                                        new SecondaryEvent.Transferred(
                                                ZONE,
                                                PRIMARY,
                                                serial,
                                                SecondaryEvent.Way.DIFFERENCES,
                                                99,
                                                Duration.ofMillis(3)))
                                .message())
                .isEqualTo(
                        "zone 'example.com' fetched: serial 7 from 192.0.2.1:53, differences, 99 octets in 3 ms");
        assertThat(SecondaryWords.of(new SecondaryEvent.Expired(ZONE, NOW)).level())
                .isEqualTo(LogLevel.ERROR);
    }
}
