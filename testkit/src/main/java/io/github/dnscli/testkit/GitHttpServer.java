package io.github.dnscli.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Git's own server for http, run as a CGI program (RFC 3875) behind a server of the JDK's on a loopback port, with a
/// certificate of its own. It lets in one user.
public final class GitHttpServer implements AutoCloseable {

    /// The user's name.
    public static final String USER = "me";

    /// The user's password.
    public static final String PASSWORD = "s3cret";

    private final Path folder;
    private final HttpServer server;
    private volatile int trouble;

    private GitHttpServer(Path folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
    }

    /// {@return a running server}; skips the test when git or openssl is not installed
    ///
    /// @param folder whose repositories it gives; its certificate lies there too
    /// @throws IOException if it does not start
    public static GitHttpServer start(Path folder) throws IOException {
        var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
        var https = HttpsServer.create(address, 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context(folder)));
        https.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var server = new GitHttpServer(folder, https);
        https.createContext("/", server::handle);
        https.start();
        return server;
    }

    private static SSLContext context(Path folder) throws IOException {
        openssl(
                folder,
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=test"
                        + " -addext subjectAltName=IP:127.0.0.1 -keyout key.pem -out ca.pem");
        openssl(
                folder,
                "pkcs12 -export -in ca.pem -inkey key.pem -passout pass:%s -out keys.p12"
                        .formatted(PASSWORD));
        try {
            return context(folder.resolve("keys.p12").toFile(), PASSWORD.toCharArray());
        } catch (GeneralSecurityException unusable) {
            throw new IOException(unusable);
        }
    }

    private static SSLContext context(File file, char[] password)
            throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(file, password), password);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static void openssl(Path folder, String arguments) throws IOException {
        var line = Peer.OPENSSL.require() + " " + arguments;
        ServerProcess.runToEnd(folder, "", List.of(line.split(" ")));
    }

    /// {@return the certificate that signs its own}
    public Path authority() {
        return folder.resolve("ca.pem");
    }

    /// {@return the URL of a repository}
    ///
    /// @param repository the name of its folder
    public String url(String repository) {
        return "https://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), repository);
    }

    /// Answers every question with a status from now on, and wants to be asked again in seven seconds.
    public void fail(int status) {
        trouble = status;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] login = (USER + ":" + PASSWORD).getBytes(UTF_8);
            String expected = "Basic " + Base64.getEncoder().encodeToString(login);
            if (trouble != 0) {
                exchange.getResponseHeaders().add("Retry-After", "7");
                exchange.sendResponseHeaders(trouble, -1);
            } else if (expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                run(exchange);
            } else {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"zones\"");
                exchange.sendResponseHeaders(401, -1);
            }
        }
    }

    private void run(HttpExchange exchange) throws IOException {
        var request = Files.createTempFile(folder, "request", "");
        Files.write(request, exchange.getRequestBody().readAllBytes());
        var process = program(exchange, request).start();
        try (var output = new BufferedInputStream(process.getInputStream())) {
            int status = headers(exchange, output);
            byte[] body = output.readAllBytes();
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } finally {
            process.destroy();
        }
    }

    private ProcessBuilder program(HttpExchange exchange, Path request) throws IOException {
        var builder = new ProcessBuilder(Peer.GIT.require().toString(), "http-backend");
        var headers = exchange.getRequestHeaders();
        var variables = builder.environment();
        variables.put("GIT_PROJECT_ROOT", folder.toString());
        variables.put("GIT_HTTP_EXPORT_ALL", "1");
        variables.put("GIT_CONFIG_GLOBAL", "/dev/null");
        variables.put("GIT_CONFIG_NOSYSTEM", "1");
        variables.put("REMOTE_USER", USER);
        variables.put("REQUEST_METHOD", exchange.getRequestMethod());
        variables.put("PATH_INFO", exchange.getRequestURI().getPath());
        variables.put("QUERY_STRING", text(exchange.getRequestURI().getQuery()));
        variables.put("CONTENT_TYPE", text(headers.getFirst("Content-Type")));
        variables.put("CONTENT_LENGTH", Long.toString(Files.size(request)));
        variables.put("HTTP_CONTENT_ENCODING", text(headers.getFirst("Content-Encoding")));
        variables.put("GIT_PROTOCOL", text(headers.getFirst("Git-Protocol")));
        return builder.redirectInput(request.toFile())
                .redirectError(folder.resolve("cgi.log").toFile());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static int headers(HttpExchange exchange, InputStream output) throws IOException {
        int status = 200;
        for (String line = line(output); !line.isEmpty(); line = line(output)) {
            String[] field = line.split(": ", 2);
            if (field[0].equals("Status")) {
                status = Integer.parseInt(field[1].substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(field[0], field[1]);
            }
        }
        return status;
    }

    private static String line(InputStream input) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = input.read(); octet >= 0 && octet != '\n'; octet = input.read()) {
            line.write(octet);
        }
        return line.toString(ISO_8859_1).strip();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
