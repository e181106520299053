package io.github.dnscli.oserve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.oserve.log.LogEvent;
import io.github.dnscli.oserve.serving.ListenOption;
import io.github.dnscli.oserve.status.Reports;
import io.github.dnscli.oserve.status.StatusReport;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HttpWindowTest {

    private static final ListenOption ANYWHERE = new ListenOption("127.0.0.1", 0);

    private final BlockingQueue<LogEvent> log = new LinkedBlockingQueue<>();
    private final AtomicInteger refreshed = new AtomicInteger();
    private final AtomicReference<StatusReport> report = new AtomicReference<>(Reports.well());
    private final HttpClient client = HttpClient.newHttpClient();
    private Closeable window;
    private String at;

    @BeforeEach
    void open() throws Exception {
        var options = new HttpOptions(Optional.of(ANYWHERE), Optional.of(HookSecret.of("secret")));
        window =
                HttpWindow.open(
                        options,
                        report::get,
                        MetricsSource.NONE,
                        refreshed::incrementAndGet,
                        log::add);
        String message = next().message();
        assertThat(message).startsWith("answers HTTP at http://127.0.0.1:");
        at = message.substring("answers HTTP at ".length());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        window.close();
    }

    private LogEvent next() throws InterruptedException {
        var event = log.poll(30, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(at + path)).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> call(byte[] body, String... headers) throws Exception {
        var request = to("hook").POST(BodyPublishers.ofByteArray(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    @Test
    void showsMetrics() throws Exception {
        var reply = send(to("metrics"));
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type"))
                .contains("text/plain; version=0.0.4; charset=utf-8");
        assertThat(reply.body()).isEqualTo(MetricsText.of(Reports.well(), MetricsSource.NONE));
        var head = send(to("metrics").method("HEAD", BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void showsHealth() throws Exception {
        assertThat(send(to("healthz")).body()).isEqualTo("ok\n");
        report.set(Reports.troubled());
        var reply = send(to("healthz"));
        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reply.body()).isEqualTo("disk full\n");
    }

    @Test
    void showsNothingElse() throws Exception {
        for (String path : List.of("", "metrics/", "metricsx", "status", "../etc/passwd")) {
            assertThat(send(to(path)).statusCode()).as(path).isEqualTo(404);
        }
        var reply = send(to("metrics").DELETE());
        assertThat(reply.statusCode()).isEqualTo(405);
        assertThat(reply.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(send(to("hook")).statusCode()).isEqualTo(405);
    }

    @Test
    void looksForNewsWhenAWebHookProvesItself() throws Exception {
        byte[] body = "{\"ref\": \"refs/heads/main\"}".getBytes(StandardCharsets.UTF_8);
        var reply = call(body, "X-Gitlab-Token", "secret");
        assertThat(reply.statusCode()).isEqualTo(202);
        assertThat(refreshed).hasValue(1);
        assertThat(next().message())
                .isEqualTo("told by a web hook, from 127.0.0.1: looking for news");
    }

    @Test
    void passesOverOtherBranches() throws Exception {
        byte[] body = "{\"ref\": \"refs/heads/other\"}".getBytes(StandardCharsets.UTF_8);
        var reply = call(body, "X-Gitlab-Token", "secret");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("ignored: it is about refs/heads/other\n");
        assertThat(refreshed).hasValue(0);
    }

    @Test
    void refusesWhoProvesNothing() throws Exception {
        assertThat(call(new byte[0]).statusCode()).isEqualTo(401);
        assertThat(next().name()).isEqualTo("hook-refused");
        assertThat(call(new byte[9], "X-Gitlab-Token", "other").statusCode()).isEqualTo(401);
        assertThat(call(new byte[9], "X-Hub-Signature-256", "sha256=00").statusCode())
                .isEqualTo(401);
        assertThat(refreshed).hasValue(0);
    }

    @Test
    void takesNoEndlessBody() throws Exception {
        var reply = call(new byte[(1 << 20) + 1], "X-Gitlab-Token", "secret");
        assertThat(reply.statusCode()).isEqualTo(413);
        assertThat(refreshed).hasValue(0);
    }

    @Test
    void takesNoHookWithoutASecret() throws Exception {
        var options = new HttpOptions(Optional.of(ANYWHERE), Optional.empty());
        try (var _ =
                HttpWindow.open(
                        options,
                        report::get,
                        MetricsSource.NONE,
                        refreshed::incrementAndGet,
                        log::add)) {
            at = next().message().substring("answers HTTP at ".length());
            assertThat(call(new byte[0], "X-Gitlab-Token", "").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void listensNowhereUnlessAsked() throws IOException {
        var options = new HttpOptions(Optional.empty(), Optional.empty());
        try (var _ =
                HttpWindow.open(options, report::get, MetricsSource.NONE, () -> {}, log::add)) {
            assertThat(log).isEmpty();
        }
    }

    @Test
    void namesTheAddressThatItCannotHave() {
        var taken = new ListenOption("127.0.0.1", URI.create(at).getPort());
        var options = new HttpOptions(Optional.of(taken), Optional.empty());
        assertThatThrownBy(
                        () ->
                                HttpWindow.open(
                                        options,
                                        report::get,
                                        MetricsSource.NONE,
                                        () -> {},
                                        log::add))
                .hasMessageStartingWith("cannot answer HTTP at " + taken + ": ");
    }
}
