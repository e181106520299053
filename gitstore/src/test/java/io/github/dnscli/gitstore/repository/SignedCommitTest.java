package io.github.dnscli.gitstore.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedCommitTest {

    @TempDir private Path folder;

    private ZoneRepository open(Scene scene, Path key) throws IOException {
        Surroundings.prepare();
        return ZoneRepository.open(
                folder.resolve("ours"),
                RemoteAddress.parse(scene.remote().path().toString()),
                RemoteAccess.DEFAULT,
                new CommitSettings("DNS", "dns@example.com", Optional.of(key)),
                new Surroundings(folder, Optional.empty()));
    }

    private void makeKey(String type, String bits) throws IOException, InterruptedException {
        var command =
                List.of(
                        Peer.SSH_KEYGEN.require().toString(),
                        "-q",
                        "-t",
                        type,
                        "-b",
                        bits,
                        "-N",
                        "",
                        "-f",
                        "key");
        var process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"ed25519, 256", "ecdsa, 256", "rsa, 2048"})
    void isVerifiedByGit(String type, String bits) throws IOException, InterruptedException {
        makeKey(type, bits);
        var scene = Scene.in(folder);
        Files.writeString(
                folder.resolve("signers"),
                "dns@example.com " + Files.readString(folder.resolve("key.pub")));
        Files.delete(folder.resolve("key.pub"));
        try (var repository = open(scene, folder.resolve("key"))) {
            var first = repository.fetch().after();
            var made = repository.commit(Scene.change(first, "example.com", "two\n"));
            repository.push(made);

            var verified =
                    scene.remote()
                            .git()
                            .attempt(
                                    "-c",
                                    "gpg.ssh.allowedSignersFile=" + folder.resolve("signers"),
                                    "verify-commit",
                                    made.id());
            assertThat(verified.error())
                    .startsWith("Good \"git\" signature for dns@example.com with ");
            assertThat(verified.status()).isZero();
        }
    }

    @Test
    void saysWhichKeyCannotBeUsed() throws IOException {
        var scene = Scene.in(folder);
        var key = folder.resolve("none");

        assertThatThrownBy(() -> open(scene, key))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("commits cannot be signed by '" + key + "': ");
    }
}
