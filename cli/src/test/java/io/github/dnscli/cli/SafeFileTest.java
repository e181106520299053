package io.github.dnscli.cli;

import static io.github.dnscli.cli.SafeFile.Access.PUBLIC;
import static io.github.dnscli.cli.SafeFile.Access.SECRET;
import static io.github.dnscli.cli.SafeFile.Outcome.CHANGED;
import static io.github.dnscli.cli.SafeFile.Outcome.CREATED;
import static io.github.dnscli.cli.SafeFile.Outcome.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafeFileTest {

    @TempDir private Path folder;

    @Test
    void createsAFile() throws IOException {
        assertThat(write("new", PUBLIC)).isEqualTo(CREATED);

        assertThat(file()).hasContent("new");
        assertThat(folder).isDirectoryContaining(file()::equals);
        assertNothingElse();
    }

    @Test
    void replacesAFile() throws IOException {
        write("old", PUBLIC);

        assertThat(write("new", PUBLIC)).isEqualTo(CHANGED);

        assertThat(file()).hasContent("new");
        assertNothingElse();
    }

    @Test
    void leavesAFileWithTheSameContentAlone() throws IOException {
        write("same", PUBLIC);
        var written = Files.readAttributes(file(), "unix:ino");

        assertThat(write("same", PUBLIC)).isEqualTo(UNCHANGED);

        assertThat(Files.readAttributes(file(), "unix:ino")).isEqualTo(written);
    }

    /// It is no trouble that people should hear of.
    @Test
    void saysNothingOfItsOwnWhereItsThreadIsToldToStop() throws IOException {
        write("old", PUBLIC);

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> write("new", PUBLIC))
                .isInstanceOf(ClosedByInterruptException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(file()).hasContent("old");
        assertNothingElse();
    }

    @Test
    void givesSecretsToTheirOwnerAlone() throws IOException {
        write("secret", SECRET);

        assertThat(mode(file())).isEqualTo("rw-------");
    }

    @Test
    void takesSecretsAwayFromOthersButNotFromTheGroupThatHadThem() throws IOException {
        write("old", PUBLIC);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        write("secret", SECRET);

        assertThat(mode(file())).isEqualTo("rw-r-----");
    }

    @Test
    void keepsTheModeOfAFileItReplaces() throws IOException {
        write("old", PUBLIC);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rwxrw-r-x"));

        write("new", PUBLIC);

        assertThat(mode(file())).isEqualTo("rwxrw-r-x");
    }

    @Test
    void writesThroughASymbolicLink() throws IOException {
        Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(file(), Path.of("real", "target"));

        assertThat(write("new", PUBLIC)).isEqualTo(CREATED);

        assertThat(file()).isSymbolicLink();
        assertThat(folder.resolve("real/target")).hasContent("new");
    }

    @Test
    void refusesLinksThatGoRoundInCircles() throws IOException {
        Files.createSymbolicLink(file(), Path.of("file"));

        assertRefused("too many symbolic links");
    }

    @Test
    void refusesAFolder() throws IOException {
        Files.createDirectory(file());

        assertRefused("it is a folder");
    }

    @Test
    void refusesAFileInAFolderThatIsNotThere() {
        assertThatThrownBy(
                        () -> SafeFile.writeIfChanged(folder.resolve("no/file"), text("x"), PUBLIC))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write '" + folder + "/no/file': no such file or folder");
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> write("new", PUBLIC))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write '" + file() + "': " + reason);
    }

    private void assertNothingElse() {
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    private SafeFile.Outcome write(String content, SafeFile.Access access) throws IOException {
        return SafeFile.writeIfChanged(file(), text(content), access);
    }

    private Path file() {
        return folder.resolve("file");
    }

    private static byte[] text(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void foreseesThatAFileCannotBeWritten() throws IOException {
        var missing = folder.resolve("none").resolve("file");

        assertThatThrownBy(() -> SafeFile.requireTarget(missing))
                .hasMessage("cannot write '" + missing + "': no such file or folder");
        assertThatThrownBy(() -> SafeFile.requireTarget(folder))
                .hasMessage("cannot write '" + folder + "': it is a folder");
        SafeFile.requireTarget(folder.resolve("file"));
        assertThat(folder.resolve("file")).doesNotExist();
    }
}
