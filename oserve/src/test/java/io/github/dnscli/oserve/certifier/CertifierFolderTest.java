package io.github.dnscli.oserve.certifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertifierFolderTest {

    @TempDir private Path directory;
    private CertifierFolder folder = new CertifierFolder(Path.of("unset"));

    @BeforeEach
    void nameTheFolder() {
        folder = new CertifierFolder(directory.resolve("a/state"));
    }

    @Test
    void keepsTextsForTheOwnerAlone() throws Exception {
        folder.write("account.pem", "a secret");
        folder.write("requests/5f3a", "a request");

        assertThat(new CertifierFolder(folder.path()).read("account.pem")).contains("a secret");
        assertThat(mode("account.pem")).isEqualTo("rw-------");
        assertThat(mode("requests/5f3a")).isEqualTo("rw-------");
        assertThat(mode("requests")).isEqualTo("rwx------");
        assertThat(mode("")).isEqualTo("rwx------");
    }

    @Test
    void warnsOfAFolderThatOthersMayWriteTo() throws Exception {
        var log = new ArrayList<String>();
        folder.create();
        StateLock.take(folder, event -> log.add(event.message())).close();
        assertThat(log).isEmpty();

        Files.setPosixFilePermissions(folder.path(), PosixFilePermissions.fromString("rwxrwx---"));
        StateLock.take(folder, event -> log.add(event.message())).close();

        assertThat(log)
                .containsExactly("others may write to '" + folder.path() + "', where keys are");
    }

    @Test
    void replacesAndForgetsTexts() throws Exception {
        folder.write("x", "old");
        folder.write("x", "new");
        assertThat(folder.read("x")).contains("new");

        folder.remove("x");
        folder.remove("x");
        assertThat(folder.read("x")).isEmpty();
    }

    @Test
    void listsWhatItHoldsAndNoFileHalfWritten() throws Exception {
        assertThat(folder.names("requests")).isEmpty();

        folder.write("requests/b", "");
        folder.write("requests/a", "");
        Files.writeString(folder.path().resolve("requests/.c.99.tmp"), "");

        assertThat(folder.names("requests")).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "..", "../x", "a/..", "a/b/c", "/x", "a/", ".x", "A", "a b", "a\\b"})
    void leavesNoWayOutOfTheFolder(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> folder.read(name));
        assertThatIllegalArgumentException().isThrownBy(() -> folder.write(name, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> folder.remove(name));
    }

    @Test
    void doesNotReadWithoutBounds() throws Exception {
        folder.write("x", "y".repeat((1 << 20) + 1));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> folder.read("x"))
                .withMessageContaining("state/x")
                .withMessageContaining("larger than a mebibyte");
    }

    @Test
    void saysWhatIsInTheWay() throws Exception {
        Files.writeString(directory.resolve("a"), "a file");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> folder.write("x", "y"))
                .withMessageContaining("/a' is in the way: it is no folder");
    }

    @Test
    void isWorkedOnByOneCertifierAtATime() throws Exception {
        assertThat(StateLock.holder(folder)).isEmpty();

        try (var _ = StateLock.take(folder)) {
            assertThat(mode("certifier.lock")).isEqualTo("rw-------");
            assertThat(StateLock.holder(folder))
                    .contains(Long.toString(ProcessHandle.current().pid()));
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> StateLock.take(folder))
                    .withMessage(
                            "another certifier, process %d, works on '%s'; stop it first, or take a state folder of its own"
                                    .formatted(ProcessHandle.current().pid(), folder.path()));
        }

        assertThat(StateLock.holder(folder)).isEmpty();
        StateLock.take(folder).close();
    }

    @Test
    void saysWhichFileAFullDiskDoesNotTake() throws Exception {
        var full = Path.of("/dev/full");
        assumeThat(full).exists();
        folder.create();
        Files.createSymbolicLink(folder.path().resolve("certifier.lock"), full);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> StateLock.take(folder))
                .withMessage(
                        "cannot write '%s/certifier.lock': No space left on device"
                                .formatted(folder.path()));
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.path().resolve(file)));
    }
}
