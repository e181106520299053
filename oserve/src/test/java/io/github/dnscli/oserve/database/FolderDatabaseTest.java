package io.github.dnscli.oserve.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import io.github.dnscli.oserve.keys.KeyListener;
import io.github.dnscli.oserve.keys.KeyOptions;
import io.github.dnscli.oserve.keys.KeySources;
import io.github.dnscli.server.NameServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderDatabaseTest {

    private static final String ZONE =
            "@ 60 SOA ns1 admin 1 2 1 9 5\n@ 60 NS ns1\nns1 60 A 127.0.0.1\n";
    private static final DomainName OTHER = DomainName.of("example.org");

    @TempDir Path zones;
    private final HeardEvents heard = new HeardEvents();

    @SuppressWarnings("NullAway.Init") // each test says how
    private FolderDatabase database;

    @SuppressWarnings("NullAway.Init")
    private NameServer server;

    private static final class Deaf implements KeyListener {
        @Override
        public void credentials(List<Path> files) {}

        @Override
        public void commandSaid(String line) {}

        @Override
        public void policyTrouble(Finding finding) {}

        @Override
        public void policyUnreadable(String problem) {}
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(zones.resolve("example.com"), ZONE);
        Files.writeString(zones.resolve("example.org"), ZONE);
    }

    private void serve(Duration removalDelay) throws IOException {
        var options =
                new KeyOptions(
                        List.of(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        database =
                new FolderDatabase(
                        zones, removalDelay, KeySources.open(options, new Deaf()), heard);
        var wishes = NameServer.builder().store(database.store());
        database.load().state().zones().values().forEach(wishes::zone);
        server = wishes.start();
        database.start(server);
    }

    @AfterEach
    void close() {
        server.close();
        database.close();
    }

    private boolean serves(DomainName origin) {
        return server.state().zone(origin).isPresent();
    }

    @Test
    void servesAZoneOnWhoseFileIsGoneAndEndsThatByItself() throws Exception {
        serve(Duration.ofSeconds(1));
        Files.delete(zones.resolve("example.org"));
        database.refresh();
        var missing = heard.await(ReadingEvent.Missing.class);
        assertThat(missing.origin()).isEqualTo(OTHER);
        assertThat(serves(OTHER)).isTrue();
        assertThat(heard.await(ReadingEvent.Removed.class).origin()).isEqualTo(OTHER);
        assertThat(Instant.now()).isAfterOrEqualTo(missing.end());
        assertThat(serves(OTHER)).isFalse();
    }

    @Test
    void takesAZoneBackWhoseFileComesBack() throws Exception {
        serve(Duration.ofHours(1));
        Files.delete(zones.resolve("example.org"));
        database.refresh();
        heard.await(ReadingEvent.Missing.class);
        Files.writeString(zones.resolve("example.org"), ZONE.replace(" 1 2 ", " 2 2 "));
        database.refresh();
        assertThat(heard.await(ReadingEvent.Served.class).before()).isPresent();
    }

    @Test
    void knowsWhichZonesAreFaulty() throws Exception {
        serve(Duration.ZERO);
        assertThat(database.status().faulty()).isEmpty();
        Files.writeString(zones.resolve("example.org"), ZONE + "www A nowhere\n");
        database.refresh();
        heard.await(ReadingEvent.Broken.class);
        assertThat(database.status().faulty()).containsOnlyKeys(OTHER);
        assertThat(database.status().git()).isEmpty();
    }

    @Test
    void doesNothingAnyMoreOnceItIsClosed() throws Exception {
        serve(Duration.ZERO);
        database.close();
        database.refresh();
        assertThat(serves(OTHER)).isTrue();
    }
}
