package io.github.dnscli.certifier.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.testkit.PebbleServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands between us and an authority.
class HttpsTest {

    private static final InstantSource CLOCK = InstantSource.system();

    private ServedProofs proofs;

    @BeforeEach
    void start() throws IOException {
        proofs = ServedProofs.start();
    }

    @AfterEach
    void stop() {
        proofs.close();
    }

    private Issuance.Later later(AcmeSettings settings) throws IOException {
        var authority = AcmeAuthority.of(settings, proofs, new MemoryStore(), CLOCK);
        var request = Certificates.request("www.example");
        return Acme.later(authority, Acme.order(request, new KeptSlip(), CLOCK.instant()));
    }

    private Failure failure(URI directory) throws IOException {
        return later(Acme.timeout(Acme.with(directory, List.of()), Duration.ofMillis(500)))
                .failure();
    }

    @Test
    void namesTheRemedyIfTheAuthorityIsNotTrusted() throws IOException {
        try (var pebble = PebbleServer.start(proofs.address())) {
            var failure = later(Acme.roots(Acme.settings(pebble), List.of())).failure();
            assertThat(failure.kind()).isEqualTo(Failure.Kind.UNREACHABLE);
            assertThat(failure.problem())
                    .isEqualTo(
                            "ACME authority '%s' cannot be trusted: the certificate of ACME server '127.0.0.1:%d' is not trusted; '--ca-root' names a root"
                                    .formatted(
                                            pebble.directory(),
                                            URI.create(pebble.directory()).getPort()));
        }
    }

    @Test
    void saysThatThereIsNoTls() throws IOException {
        try (var server = new Silent("HTTP/1.1 400 No\r\nContent-Length: 0\r\n\r\n")) {
            var https = URI.create(server.directory().toString().replace("http:", "https:"));
            assertThat(failure(https).problem())
                    .contains("cannot be reached: TLS with '127.0.0.1:");
        }
    }

    @Test
    void saysThatAHostIsNotKnown() throws IOException {
        assertThat(failure(URI.create("http://nowhere.invalid/directory")).problem())
                .endsWith("cannot be reached: no address of 'nowhere.invalid' is known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"
            })
    void waitsNoLongerThanItMay(String beginning) throws IOException {
        try (var server = new Silent(beginning)) {
            var failure = failure(server.directory());
            assertThat(failure.kind()).isEqualTo(Failure.Kind.UNREACHABLE);
            assertThat(failure.problem())
                    .endsWith(" does not answer in time, at 127.0.0.1:" + server.port());
        }
    }

    @Test
    void readsNoMoreThanItShould() throws IOException {
        var much =
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + " ".repeat(3 << 20);
        try (var server = new Silent(much)) {
            assertThat(failure(server.directory()).problem()).contains("cannot be reached");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html\r\nContent-Length: 4\r\n\r\n<h1>",
                "application/json\r\nContent-Length: 4\r\n\r\n{...",
                "application/json\r\nContent-Length: 2\r\n\r\n{}",
                "application/json\r\nContent-Length: 4\r\n\r\nnull"
            })
    void recognizesWhatIsNoAcme(String answer) throws IOException {
        try (var server = new Silent("HTTP/1.1 200 OK\r\nContent-Type: " + answer)) {
            var failure = failure(server.directory());
            assertThat(failure.kind()).isEqualTo(Failure.Kind.UNREACHABLE);
            assertThat(failure.problem())
                    .contains("does not speak ACME at '" + server.directory() + "': ");
        }
    }

    @Test
    void understandsADateToComeBackAt() throws IOException {
        var then = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS);
        var text = DateTimeFormatter.RFC_1123_DATE_TIME.format(then.atZone(ZoneOffset.UTC));
        assertThat(notBefore(text)).isEqualTo(then);
        assertThat(notBefore("soon")).isBeforeOrEqualTo(Instant.now());
        assertThat(notBefore("-5")).isBeforeOrEqualTo(Instant.now());
    }

    private Instant notBefore(String retryAfter) throws IOException {
        var answer =
                "HTTP/1.1 503 No\r\nRetry-After: %s\r\nContent-Length: 0\r\n\r\n"
                        .formatted(retryAfter);
        try (var server = new Silent(answer)) {
            return later(Acme.with(server.directory(), List.of())).notBefore();
        }
    }

    @Test
    void namesTheStatusOfAnAnswer() throws IOException {
        try (var server = new Silent("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(failure(server.directory()).problem())
                    .endsWith("answers with HTTP status 404, at 127.0.0.1:" + server.port());
        }
    }

    /// Says the same to everybody as soon as they are connected, and then nothing more.
    private static final class Silent implements AutoCloseable {

        private final ServerSocket listener =
                new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));

        Silent(String beginning) throws IOException {
            Thread.ofVirtual().start(() -> serve(beginning));
        }

        private void serve(String beginning) {
            while (!listener.isClosed()) {
                try {
                    var socket = listener.accept();
                    Thread.ofVirtual().start(() -> say(socket, beginning));
                } catch (IOException _) {
                    return;
                }
            }
        }

        private static void say(Socket socket, String beginning) {
            try (socket) {
                socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().readAllBytes();
            } catch (IOException _) {
                // The client has heard enough.
            }
        }

        int port() {
            return listener.getLocalPort();
        }

        URI directory() {
            return URI.create("http://127.0.0.1:" + port() + "/directory");
        }

        @Override
        public void close() throws IOException {
            listener.close();
        }
    }
}
