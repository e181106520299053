package io.github.dnscli.oserve.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ZoneChange;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {

    private static final DomainName WWW = Folders.ORIGIN.child("www");
    private static final DomainName NEW = Folders.ORIGIN.child("new");

    @TempDir Path directory;
    private Path file;
    private Zone served;
    private FolderStore store;
    private final List<ReadingEvent> events = new ArrayList<>();

    @BeforeEach
    void serve() throws IOException {
        file = Folders.write(directory, "example.com", Folders.ZONE);
        var folder = Folders.of(directory);
        served = Folders.load(folder).state().zone(Folders.ORIGIN).orElseThrow();
        store = new FolderStore(folder, events::add);
    }

    private static RecordSet addresses(DomainName owner, int ttl, String... addresses) {
        var data = Stream.of(addresses).map(text -> RecordData.of(RecordType.A, text)).toList();
        return new RecordSet(owner, RecordType.A, new Ttl(ttl), data);
    }

    private Zone update(Zone wanted) throws IOException {
        var after = wanted.withSerial(served.serial().orElseThrow().next());
        store.save(
                new ZoneChange(
                        served,
                        after,
                        ZoneDiff.between(served, after),
                        DomainName.of("k._update.example.com"),
                        new Peer(InetAddress.getLoopbackAddress(), Peer.Protocol.TCP)));
        served = after;
        return after;
    }

    private Zone onDisk() throws IOException {
        var reading = Folders.load(Folders.of(directory));
        return reading.state().zone(Folders.ORIGIN).orElseThrow();
    }

    private String text() throws IOException {
        return Files.readString(file);
    }

    private void edit(String from, String to) throws IOException {
        assertThat(text()).contains(from);
        Files.writeString(file, text().replace(from, to));
    }

    @Test
    void changesOnlyTheLinesItMust() throws IOException {
        var after = update(served.with(addresses(WWW, 300, "192.0.2.2", "192.0.2.3")));
        assertThat(text())
                .isEqualTo(
                        Folders.ZONE
                                .replace("7       ; serial", "8       ; serial")
                                .replace("www    300 A 192.0.2.1\n", "")
                                .replace(
                                        "; the second\n",
                                        "; the second\nwww    300 A 192.0.2.3\n"));
        assertThat(onDisk()).isEqualTo(after);
    }

    @Test
    void keepsTheModeOfTheFile() throws IOException {
        var mode = PosixFilePermissions.fromString("rw-rw-r--");
        Files.setPosixFilePermissions(file, mode);
        update(served.with(addresses(NEW, 60, "192.0.2.9")));
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(mode);
    }

    @Test
    void leavesNothingElseInTheFolder() throws IOException {
        update(served.with(addresses(NEW, 60, "192.0.2.9")));
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void keepsACommentThatWasWrittenMeanwhile() throws IOException {
        edit("; the web", "; the web, by Ann");
        var after = update(served.with(addresses(NEW, 60, "192.0.2.9")));
        assertThat(text()).contains("; the web, by Ann");
        assertThat(onDisk()).isEqualTo(after);
        assertThat(events).isEmpty();
    }

    @Test
    void makesTheChangeInAnEditThatIsNotServedYet() throws IOException {
        edit("7       ; serial", "8       ; serial");
        edit("; the web", "; the web\nftp A 192.0.2.77 ; edited");
        update(served.with(addresses(NEW, 60, "192.0.2.9")));
        var stored = onDisk();
        assertThat(stored.exists(Folders.ORIGIN.child("ftp"))).isTrue();
        assertThat(stored.exists(NEW)).isTrue();
        assertThat(text()).contains("ftp A 192.0.2.77 ; edited");
        assertThat(stored.serial()).contains(new Serial(9));
        assertThat(events)
                .containsExactly(new ReadingEvent.Merged(file, Folders.ORIGIN, new Serial(9)));
    }

    @Test
    void mergesUntilTheEditIsServedAlwaysUnderANewerSerial() throws IOException {
        edit("; the web", "; the web\nftp A 192.0.2.77 ; serial forgotten");
        update(served.with(addresses(NEW, 60, "192.0.2.9")));
        update(served.with(addresses(NEW, 60, "192.0.2.10")));
        var stored = onDisk();
        assertThat(stored.recordSet(NEW, RecordType.A)).contains(addresses(NEW, 60, "192.0.2.10"));
        assertThat(stored.exists(Folders.ORIGIN.child("ftp"))).isTrue();
        var serial = stored.serial().orElseThrow();
        assertThat(serial.isNewerThan(served.serial().orElseThrow())).isTrue();
    }

    @Test
    void mergesTwoChangesOfOneSetRecordByRecord() throws IOException {
        edit("A 192.0.2.2   ; the second", "A 192.0.2.4   ; the fourth");
        update(served.with(addresses(WWW, 300, "192.0.2.1", "192.0.2.2", "192.0.2.3")));
        assertThat(onDisk().recordSet(WWW, RecordType.A))
                .contains(addresses(WWW, 300, "192.0.2.1", "192.0.2.3", "192.0.2.4"));
    }

    @Test
    void removesWhatTheUpdateRemovesAndTheEditLeft() throws IOException {
        edit("www    300 A 192.0.2.1", "www    TXT edited\nwww    300 A 192.0.2.1");
        update(served.without(WWW, RecordType.A));
        var stored = onDisk();
        assertThat(stored.recordSet(WWW, RecordType.A)).isEmpty();
        assertThat(stored.recordSet(WWW, RecordType.TXT)).isPresent();
    }

    @Test
    void refusesAnUpdateThatClashesWithAnEdit() throws IOException {
        edit("; the web", "; the web\nnew CNAME www");
        String before = text();
        assertThatThrownBy(() -> update(served.with(addresses(NEW, 60, "192.0.2.9"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("clashes with an edit");
        assertThat(text()).isEqualTo(before);
    }

    @Test
    void refusesAnUpdateWithWhichTheFileCouldNotBeReadAgain() throws IOException {
        edit("; the web", "; the web\n@ MX 10 www");
        served = onDisk();
        String before = text();
        assertThatThrownBy(() -> update(served.without(WWW, RecordType.A)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could not be read again")
                .hasMessageContaining("mail exchanger 'www.example.com' has no A or AAAA record");
        assertThat(text()).isEqualTo(before);
    }

    @Test
    void refusesAnUpdateWhileTheEditedFileHasErrors() throws IOException {
        edit("www    300 A 192.0.2.1", "www    300 A 192.0.2.");
        String before = text();
        assertThatThrownBy(() -> update(served.with(addresses(NEW, 60, "192.0.2.9"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("example.com:10:14");
        assertThat(text()).isEqualTo(before);
    }

    @Test
    void refusesAnUpdateOfAZoneWhoseFileIsGone() throws IOException {
        Files.delete(file);
        assertThatThrownBy(() -> update(served.with(addresses(NEW, 60, "192.0.2.9"))))
                .isInstanceOf(IOException.class)
                .hasMessage("the file of the zone is gone");
        assertThat(file).doesNotExist();
    }
}
