package io.github.dnscli.gitstore.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A remote whose kernel takes connections, and that says nothing.
class SilentRemoteTest {

    private static final RemoteAccess ACCESS =
            new RemoteAccess(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ofSeconds(1));

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir private Path folder;

    @Test
    void isGivenUpInTime() throws IOException, InterruptedException, ExecutionException {
        Surroundings.prepare();
        try (var silent = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
                var threads = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var start = Instant.now();
            var ended =
                    Stream.of("ssh", "git", "http", "https")
                            .map(scheme -> threads.submit(() -> fetch(scheme, silent)))
                            .toList();

            for (Future<Throwable> end : ended) {
                assertThat(end.get())
                        .isInstanceOf(RemoteTrouble.class)
                        .hasMessageEndingWith("it was silent for 1 s");
            }

            assertThat(Duration.between(start, Instant.now())).isLessThan(LIMIT);
        }
    }

    private Throwable fetch(String scheme, ServerSocket silent) throws IOException {
        var address = "%s://127.0.0.1:%d/x.git#main".formatted(scheme, silent.getLocalPort());
        try (var repository =
                ZoneRepository.open(
                        folder.resolve(scheme),
                        RemoteAddress.parse(address),
                        ACCESS,
                        CommitSettings.DEFAULT,
                        new Surroundings(folder, Optional.empty()))) {
            var trouble = catchThrowable(repository::fetch);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            return trouble;
        }
    }
}
