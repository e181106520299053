package io.github.dnscli.oserve.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.common.check.KeyFileChecks;
import io.github.dnscli.common.check.SuccessionChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.key.KeyFile;
import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import io.github.dnscli.gitstore.reading.Reload;
import io.github.dnscli.server.state.ServerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {

    @TempDir Path directory;
    private ZoneFolder folder;

    @BeforeEach
    void openFolder() {
        folder = Folders.of(directory);
    }

    private static <E extends ReadingEvent> Stream<E> events(
            Reload.Reloaded reloaded, Class<E> type) {
        return reloaded.events().stream().filter(type::isInstance).map(type::cast);
    }

    private static Stream<String> troubles(Reload.Reloaded reloaded) {
        return events(reloaded, ReadingEvent.KeyTrouble.class)
                .map(ReadingEvent.KeyTrouble::finding)
                .map(finding -> finding.check().id());
    }

    @Test
    void servesAZoneAndKnowsItsKeys() throws IOException {
        Folders.write(directory, "example.com", Folders.ZONE);
        Folders.writeKeys(directory, "example.com._keys", Folders.KEY);
        var loaded = Folders.load(folder);
        assertThat(loaded.state().zones()).containsOnlyKeys(Folders.ORIGIN);
        assertThat(loaded.state().keys()).containsOnlyKeys(DomainName.of("k._update.example.com"));
        assertThat(events(loaded, ReadingEvent.Served.class))
                .singleElement()
                .satisfies(served -> assertThat(served.before()).isEmpty());
    }

    @Test
    void tellsWhatIsUnwiseAndNotWhatIsOff() throws IOException {
        var unwise = "txt TXT \"\"\nspf TXT \"v=spf1 ipv4:192.0.2.1\"\n";
        Folders.write(directory, "example.com", Folders.ZONE + unwise);
        assertThat(events(Folders.load(folder), ReadingEvent.Served.class))
                .singleElement()
                .satisfies(
                        served ->
                                assertThat(served.findings())
                                        .extracting(finding -> finding.check().id())
                                        .containsExactly("empty-txt"));
    }

    @Test
    void leavesCompanionsAloneQuietly() throws IOException {
        Folders.write(directory, "example.com", Folders.ZONE);
        Folders.write(directory, "README.md", "# Our zones\n\nAsk before you push.\n");
        Folders.write(directory, "LICENSE", "Do what you like.\n");
        Folders.write(directory, ".gitattributes", "* text\n");
        Files.createDirectory(directory.resolve("attic"));
        var loaded = Folders.load(folder);
        assertThat(loaded.state().zones()).hasSize(1);
        assertThat(events(loaded, ReadingEvent.Ignored.class))
                .hasSize(4)
                .allMatch(ReadingEvent.Ignored::expected);
    }

    @Test
    void warnsOfAZoneNamedFileThatHoldsNone() throws IOException {
        Files.write(directory.resolve("example.org"), new byte[] {0, 1, 2, (byte) 0xff, 10});
        Folders.write(directory, "example.net", "");
        assertThat(events(Folders.load(folder), ReadingEvent.Ignored.class))
                .hasSize(2)
                .noneMatch(ReadingEvent.Ignored::expected);
    }

    @Test
    void servesTheOthersWhenOneIsBroken() throws IOException {
        Folders.write(directory, "example.com", Folders.ZONE);
        Folders.write(directory, "example.org", Folders.ZONE + "mail A 192.0.2.300\n");
        var loaded = Folders.load(folder);
        assertThat(loaded.state().zones()).containsOnlyKeys(Folders.ORIGIN);
        assertThat(events(loaded, ReadingEvent.Broken.class))
                .singleElement()
                .satisfies(
                        broken -> {
                            assertThat(broken.kept()).isEmpty();
                            assertThat(broken.errors())
                                    .singleElement()
                                    .asString()
                                    .contains("example.org:12:8: error: ");
                        });
    }

    @Test
    void keepsTheLastGoodVersionOfAZoneThatBreaks() throws IOException {
        Folders.write(directory, "example.com", Folders.ZONE);
        var loaded = Folders.load(folder);
        for (String broken : List.of("www A 192.0.2.300\n", "garbage", "", "@ 60 NS ns1\n")) {
            Folders.write(directory, "example.com", broken);
            var reloaded = Reload.of(loaded.state(), folder.read(List.of()));
            assertThat(reloaded.state()).as(broken).isEqualTo(loaded.state());
            assertThat(events(reloaded, ReadingEvent.Broken.class))
                    .singleElement()
                    .satisfies(event -> assertThat(event.kept()).contains(new Serial(7)));
        }
    }

    @Test
    void removesAZoneWhoseFileIsGone() throws IOException {
        Folders.write(directory, "example.com", Folders.ZONE);
        var other = Folders.write(directory, "example.org", Folders.ZONE);
        var loaded = Folders.load(folder);
        Files.delete(other);
        var reloaded = Reload.of(loaded.state(), folder.read(List.of()));
        assertThat(reloaded.state().zones()).containsOnlyKeys(Folders.ORIGIN);
        assertThat(reloaded.events())
                .containsExactly(new ReadingEvent.Removed(DomainName.of("example.org")));
    }

    @Test
    void saysNothingWhenOnlyACommentHasChanged() throws IOException {
        Folders.write(directory, "example.com", Folders.ZONE);
        var loaded = Folders.load(folder);
        Folders.write(directory, "example.com", Folders.ZONE + "; the end\n");
        var reloaded = Reload.of(loaded.state(), folder.read(List.of()));
        assertThat(reloaded.events()).isEmpty();
        assertThat(reloaded.state()).isEqualTo(loaded.state());
    }

    @Test
    void servesANewVersionAndNamesBothSerials() throws IOException {
        Folders.write(directory, "example.com", Folders.ZONE);
        var loaded = Folders.load(folder);
        Folders.write(directory, "example.com", Folders.ZONE.replace("7  ", "9  "));
        assertThat(Reload.of(loaded.state(), folder.read(List.of())).events())
                .singleElement()
                .isInstanceOfSatisfying(
                        ReadingEvent.Served.class,
                        served -> {
                            assertThat(served.before()).contains(new Serial(7));
                            assertThat(served.zone().serial()).contains(new Serial(9));
                        });
    }

    @Test
    void servesAChangeUnderTheSameSerialAndWarnsThatNobodyWillNotice() throws IOException {
        Folders.write(directory, "example.com", Folders.ZONE);
        var loaded = Folders.load(folder);
        Folders.write(directory, "example.com", Folders.ZONE + "ftp A 192.0.2.8\n");
        var reloaded = Reload.of(loaded.state(), folder.read(List.of()));
        assertThat(
                        reloaded.state()
                                .zone(Folders.ORIGIN)
                                .orElseThrow()
                                .exists(Folders.ORIGIN.child("ftp")))
                .isTrue();
        assertThat(events(reloaded, ReadingEvent.Unnoticed.class))
                .extracting(event -> event.finding().check())
                .containsExactly(SuccessionChecks.SERIAL_UNCHANGED);
    }

    @Test
    void takesThePlainestOfTwoFilesForOneZone() throws IOException {
        Folders.write(directory, "example.com", Folders.ZONE);
        Folders.write(directory, "example.com.zone", Folders.ZONE.replace("7  ", "8  "));
        var loaded = Folders.load(folder);
        assertThat(loaded.state().zone(Folders.ORIGIN).orElseThrow().serial())
                .contains(new Serial(7));
        assertThat(events(loaded, ReadingEvent.Ignored.class))
                .singleElement()
                .satisfies(ignored -> assertThat(ignored.expected()).isFalse());
    }

    @Test
    void ignoresAKeyOutsideTheZoneOfItsFileAndSaysSo() throws IOException {
        Folders.writeKeys(directory, "example.org._keys", Folders.KEY);
        var loaded = Folders.load(folder);
        assertThat(loaded.state().keys()).isEmpty();
        assertThat(troubles(loaded)).containsExactly(KeyFileChecks.KEY_OUTSIDE_ZONE.id());
    }

    @Test
    void warnsOfAKeyWithoutRightsUnlessAGrantGivesItSome() throws IOException {
        Folders.writeKeys(directory, "_keys", Folders.KEY.replace("_update.", ""));
        assertThat(troubles(Folders.load(folder)))
                .containsExactly(KeyFileChecks.KEY_WITHOUT_OPERATION.id());
        var rights =
                KeyRights.BY_NAME.and(
                        new KeyRights.Grant(
                                DomainName.of("k.example.com"),
                                KeyOperation.UPDATE,
                                Folders.ORIGIN));
        assertThat(troubles(Folders.load(new ZoneFolder(directory, () -> rights)))).isEmpty();
    }

    @Test
    void warnsOfAKeyFileThatEverybodyCanRead() throws IOException {
        var file = Folders.writeKeys(directory, "_keys", Folders.KEY);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(troubles(Folders.load(folder)))
                .containsExactly(KeyFileChecks.KEY_FILE_READABLE.id());
    }

    @Test
    void takesTheFirstOfTwoSecretsForOneNameAndSaysSo() throws IOException {
        Folders.writeKeys(directory, "_keys", Folders.KEY);
        Folders.writeKeys(directory, "example.com._keys", Folders.KEY.replace("AAEC", "AAAA"));
        var loaded = Folders.load(folder);
        assertThat(loaded.state().keys().values())
                .extracting(key -> key.secret()[1])
                .containsExactly((byte) 1);
        assertThat(troubles(loaded)).containsExactly(KeyFile.KEY_RECORD.id());
    }

    @Test
    void neverShowsASecret() throws IOException {
        Folders.writeKeys(directory, "_keys", Folders.KEY + Folders.KEY.replace("AAEC", "A!EC"));
        assertThat(events(Folders.load(folder), ReadingEvent.KeyTrouble.class))
                .extracting(ReadingEvent.KeyTrouble::finding)
                .extracting(Finding::toString)
                .isNotEmpty()
                .noneMatch(text -> text.contains("AwQFBgcI"));
    }

    @Test
    void readsKeyFilesElsewhereToo(@TempDir Path elsewhere) throws IOException {
        var file = Folders.writeKeys(elsewhere, "more", Folders.KEY);
        var reloaded = Reload.of(ServerState.EMPTY, folder.read(List.of(new DiskFile(file))));
        assertThat(reloaded.state().keys()).hasSize(1);
    }

    @Test
    void keepsTheKeysOfAFileThatCannotBeReadAnyMore(@TempDir Path elsewhere) throws IOException {
        var file = Folders.writeKeys(elsewhere, "more", Folders.KEY);
        var loaded = Reload.of(ServerState.EMPTY, folder.read(List.of(new DiskFile(file))));
        Files.delete(file);
        var reloaded = Reload.of(loaded.state(), folder.read(List.of(new DiskFile(file))));
        assertThat(reloaded.state().keys()).hasSize(1);
        assertThat(reloaded.events())
                .singleElement()
                .isInstanceOf(ReadingEvent.KeysUnreadable.class);
    }

    @Test
    void forgetsKeysThatAreGone() throws IOException {
        var file = Folders.writeKeys(directory, "_keys", Folders.KEY);
        var loaded = Folders.load(folder);
        Files.delete(file);
        var reloaded = Reload.of(loaded.state(), folder.read(List.of()));
        assertThat(reloaded.state()).isEqualTo(ServerState.EMPTY);
        assertThat(reloaded.events()).containsExactly(new ReadingEvent.Keys(0));
    }

    @Test
    void needsAFolder() {
        assertThatThrownBy(() -> Folders.of(directory.resolve("none")).read(List.of()))
                .isInstanceOf(NoSuchFileException.class);
    }
}
