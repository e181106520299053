package io.github.dnscli.certificate.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PemFilesTest {

    @TempDir private Path folder;
    private PemFiles files;

    @BeforeEach
    void name() {
        files = PemFiles.in(folder, "www.example");
    }

    @Test
    void areNamedAsOcertifyNamesThem() {
        assertThat(files.key()).isEqualTo(folder.resolve("www.example.key"));
        assertThat(files.chain()).isEqualTo(folder.resolve("www.example.pem"));
    }

    @Test
    void holdNothingAtFirst() throws Exception {
        assertThat(files.readKey()).isEmpty();
        assertThat(files.readChain()).isEmpty();
    }

    @Test
    void giveBackWhatWasWritten() throws Exception {
        files.writeKey("a key\n");
        files.writeChain("a chain\n");
        files.writeChain("another chain\n");

        assertThat(files.readKey()).contains("a key\n");
        assertThat(files.readChain()).contains("another chain\n");
        try (var all = Files.list(folder)) {
            assertThat(all).containsExactlyInAnyOrder(files.key(), files.chain());
        }
    }

    @Test
    void showTheKeyToItsOwnerOnlyEvenIfAnOlderOneWasOpen() throws Exception {
        Files.writeString(files.key(), "open to all");
        Files.setPosixFilePermissions(files.key(), PosixFilePermissions.fromString("rw-rw-rw-"));

        files.writeKey("a key\n");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.key())))
                .isEqualTo("rw-------");
    }

    @Test
    void sayWhichFileCannotBeWritten() {
        var elsewhere = PemFiles.in(folder.resolve("absent"), "www.example");

        assertThatIOException()
                .isThrownBy(() -> elsewhere.writeKey("a key\n"))
                .withMessage(
                        "cannot write '%s': no such file or folder".formatted(elsewhere.key()));
    }

    @Test
    void sayWhichFileCannotBeRead() throws Exception {
        Files.writeString(files.chain(), "x".repeat((1 << 20) + 1));
        Files.createDirectory(files.key());

        assertThatIOException()
                .isThrownBy(files::readChain)
                .withMessage("'%s' is larger than 1 MiB".formatted(files.chain()));
        assertThatIOException().isThrownBy(files::readKey);
    }
}
