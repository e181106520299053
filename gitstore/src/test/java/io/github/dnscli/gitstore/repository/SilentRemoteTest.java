package io.github.dnscli.gitstore.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A remote whose kernel takes connections, and that says nothing.
class SilentRemoteTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ssh", "git", "http", "https"})
    void isGivenUpInTime(String scheme) throws IOException {
        var access =
                new RemoteAccess(
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        TIMEOUT);
        Surroundings.prepare();
        try (var silent = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
                var repository =
                        ZoneRepository.open(
                                folder.resolve("ours"),
                                RemoteAddress.parse(
                                        "%s://127.0.0.1:%d/x.git#main"
                                                .formatted(scheme, silent.getLocalPort())),
                                access,
                                CommitSettings.DEFAULT,
                                new Surroundings(folder, Optional.empty()))) {
            var start = Instant.now();

            assertThatThrownBy(repository::fetch)
                    .isInstanceOf(RemoteTrouble.class)
                    .hasMessageEndingWith("it was silent for 1 s");

            assertThat(Duration.between(start, Instant.now())).isLessThan(LIMIT);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }
}
