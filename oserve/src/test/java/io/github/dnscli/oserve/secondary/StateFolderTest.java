package io.github.dnscli.oserve.secondary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.secondary.KeptZone;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFolderTest {

    private static final Instant THEN = Instant.parse("2026-11-24T10:11:12.5Z");
    private static final ServerAddress PRIMARY =
            new ServerAddress(InetAddress.ofLiteral("2001:db8::1"), 5353);

    @TempDir Path folder;
    private final List<String> complaints = new ArrayList<>();
    private StateFolder state;

    @BeforeEach
    void open() throws IOException {
        state = StateFolder.open(folder.resolve("state"), complaints::add);
    }

    private static Zone zone(String origin, int hosts) {
        var dot = origin.equals(".") ? "" : "." + origin;
        return Zone.of(
                DomainName.of(origin),
                Stream.concat(
                                Stream.of(
                                        ResourceRecord.of(
                                                origin,
                                                60,
                                                RecordType.SOA,
                                                "ns.example. admin.example. 7 1 2 3 4")),
                                IntStream.range(0, hosts)
                                        .mapToObj(
                                                i ->
                                                        ResourceRecord.of(
                                                                "h" + i + dot,
                                                                i % 3 + 1,
                                                                RecordType.TXT,
                                                                "\"a \\\"quoted\\\" text; "
                                                                        + i
                                                                        + "\"")))
                        .toList());
    }

    private static KeptZone kept(Zone zone) {
        return new KeptZone(zone, THEN, PRIMARY);
    }

    @Test
    void keepsAZoneWithItsLastSuccess() throws IOException {
        state.save(kept(zone("example.com", 3)));

        assertThat(state.load()).containsExactly(kept(zone("example.com", 3)));
        assertThat(complaints).isEmpty();
    }

    @Test
    void keepsALargeZoneInParts() throws IOException {
        state.save(kept(zone("example.com", 25_000)));

        assertThat(state.load()).containsExactly(kept(zone("example.com", 25_000)));
    }

    @Test
    void remembersALaterSuccessWithoutWritingTheZoneAgain() throws IOException {
        state.save(kept(zone("example.com", 3)));
        var file = folder.resolve("state/example.com.zone");
        var written = Files.getLastModifiedTime(file);
        var later = THEN.plusSeconds(60);
        state.touch(DomainName.of("example.com"), later, PRIMARY);

        assertThat(state.load())
                .containsExactly(new KeptZone(zone("example.com", 3), later, PRIMARY));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "com",
                "..\\/..\\/etc.example",
                "\\000\\255.Example",
                "a\\.b.example",
                "0123456789012345678901234567890123456789012345678901234567890.0123456789012345678901234567890123456789012345678901234567890.0123456789012345678901234567890123456789012345678901234567890.example",
            })
    void keepsZonesOfAnyNameInTheFolder(String origin) throws IOException {
        state.save(kept(zone(origin.replace("..", "\\.\\."), 1)));

        assertThat(state.load()).containsExactly(kept(zone(origin.replace("..", "\\.\\."), 1)));
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(2)
                    .allMatch(file -> folder.resolve("state").equals(file.getParent()));
        }
    }

    @Test
    void forgetsAZone() throws IOException {
        state.save(kept(zone("example.com", 3)));
        state.remove(DomainName.of("example.com"));
        state.remove(DomainName.of("example.org"));

        assertThat(state.load()).isEmpty();
        assertThat(folder.resolve("state")).isEmptyDirectory();
    }

    @Test
    void leavesOutFilesThatAreOfNoUseAndSaysSo() throws IOException {
        state.save(kept(zone("good.example", 1)));
        for (String name : List.of("cut", "other", "gone", "binary")) {
            state.save(kept(zone(name + ".example", 1)));
        }
        var at = folder.resolve("state");
        Files.writeString(at.resolve("cut.example.zone"), "@ SOA ns admin 1 2");
        Files.writeString(at.resolve("other.example.zone"), "www.other.example. 60 A 192.0.2.1\n");
        Files.delete(at.resolve("gone.example.zone"));
        Files.write(at.resolve("binary.example.state"), new byte[] {1, 2, 3});
        Files.writeString(
                at.resolve("x.state"), "zone x.\nlast-success noon\nprimary 192.0.2.1#53\n");
        Files.writeString(
                at.resolve("y.state"), "zone y.\nlast-success " + THEN + "\nprimary ns.y\n");
        Files.writeString(at.resolve("README"), "notes");

        assertThat(state.load()).containsExactly(kept(zone("good.example", 1)));
        assertThat(complaints)
                .hasSize(6)
                .anyMatch(line -> line.contains("cut.example.zone"))
                .anyMatch(line -> line.contains("no SOA record"))
                .anyMatch(line -> line.contains("gone.example.zone"))
                .anyMatch(line -> line.contains("no line 'zone'"))
                .anyMatch(line -> line.contains("'noon' is no time"))
                .anyMatch(line -> line.contains("'ns.y' is no server"));
    }

    @Test
    void servesANewVersionOfWhichOnlyTheRecordsWereWrittenAsIfItWereOlder() throws IOException {
        state.save(kept(zone("example.com", 3)));
        var stateFile = folder.resolve("state/example.com.state");
        var before = Files.readAllBytes(stateFile);
        state.save(new KeptZone(zone("example.com", 4), THEN.plusSeconds(99), PRIMARY));
        Files.write(stateFile, before);

        assertThat(state.load()).containsExactly(kept(zone("example.com", 4)));
    }
}
