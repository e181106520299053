package io.github.dnscli.oserve.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.dnscli.gitstore.GitStatus;
import io.github.dnscli.oserve.log.Log;
import io.github.dnscli.oserve.log.LogEvent;
import io.github.dnscli.oserve.serving.ListenOption;
import io.github.dnscli.oserve.status.StatusReport;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;

/// Answers HTTP: `GET /metrics`, `GET /healthz`, and `POST /hook` if there is a secret for it.
///
/// The JDK's server bounds the number of connections and the time of each request by system properties, which are set
/// here unless the user has.
public final class HttpWindow implements Closeable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Supplier<StatusReport> reports;
    private final MetricsSource more;
    private final Optional<HookDoor> hook;

    private HttpWindow(
            HttpServer server,
            Supplier<StatusReport> reports,
            MetricsSource more,
            Optional<HookDoor> hook) {
        this.server = server;
        this.reports = reports;
        this.more = more;
        this.hook = hook;
    }

    /// {@return what ends the answers}; nothing listens unless the user wants it
    ///
    /// @param reports makes a report of this moment
    /// @param more has metrics of its own
    /// @param refresh looks for news, soon; returns at once
    /// @throws IOException if the address cannot be had
    public static Closeable open(
            HttpOptions options,
            Supplier<StatusReport> reports,
            MetricsSource more,
            Runnable refresh,
            Log log)
            throws IOException {
        if (options.listen().isEmpty()) {
            return () -> {};
        }
        Supplier<Optional<String>> branch = () -> reports.get().git().flatMap(GitStatus::branch);
        var hook =
                options.secret()
                        .map(secret -> new HookDoor(new WebHook(secret), branch, refresh, log));
        var window = new HttpWindow(bind(options.listen().get()), reports, more, hook);
        window.start(log);
        return window;
    }

    private static HttpServer bind(ListenOption at) throws IOException {
        bound("jdk.httpserver.maxConnections", 64);
        bound("sun.net.httpserver.maxReqTime", 10);
        bound("sun.net.httpserver.maxRspTime", 30);
        try {
            var address = new InetSocketAddress(InetAddress.ofLiteral(at.address()), at.port());
            return HttpServer.create(address, 0);
        } catch (IOException trouble) {
            throw new IOException(
                    "cannot answer HTTP at " + at + ": " + trouble.getMessage(), trouble);
        }
    }

    /// @param value connections, or seconds
    private static void bound(String property, int value) {
        System.getProperties().putIfAbsent(property, Integer.toString(value));
    }

    private void start(Log log) {
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        String at = ListenOption.of(server.getAddress()).toString();
        log.write(LogEvent.info("http", "answers HTTP at http://" + at + "/").with("address", at));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            reply(exchange).send(exchange);
        }
    }

    private HttpReply reply(HttpExchange exchange) throws IOException {
        return switch (exchange.getRequestURI().getPath()) {
            case "/metrics" -> look(exchange, this::metrics);
            case "/healthz" -> look(exchange, HttpWindow::health);
            case "/hook" -> hook.isPresent() ? hook.get().answer(exchange) : nothing();
            default -> nothing();
        };
    }

    private static HttpReply nothing() {
        return HttpReply.plain(HttpReply.NOT_FOUND, "there are /metrics and /healthz");
    }

    private HttpReply look(HttpExchange exchange, Function<StatusReport, HttpReply> page) {
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> page.apply(reports.get());
            default -> HttpReply.only("GET, HEAD");
        };
    }

    private HttpReply metrics(StatusReport report) {
        return HttpReply.of(PrometheusText.TYPE, MetricsText.of(report, more));
    }

    private static HttpReply health(StatusReport report) {
        var health = Health.of(report);
        return HttpReply.plain(
                health.isGood() ? HttpReply.OK : HttpReply.UNAVAILABLE, health.text());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
