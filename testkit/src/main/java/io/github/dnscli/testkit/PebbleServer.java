package io.github.dnscli.testkit;

import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A certificate authority that speaks ACME, on loopback ports, with a new root at each start. It asks one name server
/// for the answers to its challenges, and does not dawdle before it does.
public final class PebbleServer implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final ServerProcess process;
    private final int managementPort;

    private PebbleServer(ServerProcess process, int managementPort) {
        this.process = process;
        this.managementPort = managementPort;
    }

    /// {@return a running authority that makes no trouble}; skips the test when pebble is not installed
    ///
    /// @param names the name server that it asks
    /// @throws IOException if it does not start; the message holds its output
    public static PebbleServer start(ServerAddress names) throws IOException {
        return start(names, PebblePlan.PLAIN);
    }

    /// {@return a running authority}; skips the test when pebble is not installed
    ///
    /// @param names the name server that it asks
    /// @throws IOException if it does not start; the message holds its output
    public static PebbleServer start(ServerAddress names, PebblePlan plan) throws IOException {
        Peer.PEBBLE.require();
        int port = FreePort.any();
        int managementPort = FreePort.any();
        var folder = Files.createTempDirectory("dnscli-pebble-");
        makeCertificate(folder);
        Files.writeString(folder.resolve("config.json"), plan.configuration(port, managementPort));
        return new PebbleServer(
                ServerProcess.start(
                        folder, port, command(names, plan), PebbleServer::takesConnections),
                managementPort);
    }

    private static List<String> command(ServerAddress names, PebblePlan plan) {
        var command = new ArrayList<>(List.of("env"));
        plan.environment().forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(
                List.of(
                        Peer.PEBBLE.require().toString(),
                        "-config",
                        "config.json",
                        "-dnsserver",
                        "%s:%d".formatted(names.address().getHostAddress(), names.port())));
        if (plan.strict()) {
            command.add("-strict");
        }
        return command;
    }

    private static void makeCertificate(Path folder) throws IOException {
        var program = Peer.OPENSSL.require().toString();
        ServerProcess.runToEnd(
                folder,
                "",
                List.of(
                        program,
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:prime256v1",
                        "-nodes",
                        "-keyout",
                        "key.pem",
                        "-out",
                        "cert.pem",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=DNS:localhost,IP:127.0.0.1"));
    }

    private static boolean takesConnections(ServerAddress address) {
        try (var socket = new Socket(address.address(), address.port())) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    /// {@return the URL that clients of ACME begin with}
    public String directory() {
        return "https://127.0.0.1:" + process.address().port() + "/dir";
    }

    /// {@return the file with the certificate (PEM) that its own HTTPS is to be trusted by}
    public Path httpsCertificate() {
        return process.folder().resolve("cert.pem");
    }

    /// {@return the root of the certificates that it issues}
    ///
    /// @throws IOException if it does not tell
    public X509Certificate root() throws IOException {
        return root(0);
    }

    /// {@return the root of one of its chains}
    ///
    /// @param chain 0 for the one it sends first
    /// @throws IOException if it does not tell
    public X509Certificate root(int chain) throws IOException {
        var request =
                HttpRequest.newBuilder(URI.create(management() + "/roots/" + chain))
                        .timeout(LIMIT)
                        .build();
        try (var client = HttpClient.newBuilder().sslContext(trusting()).build()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            return certificate(answer.body());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String management() {
        return "https://127.0.0.1:" + managementPort;
    }

    private static X509Certificate certificate(InputStream text) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(text);
    }

    private SSLContext trusting() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var text = Files.newInputStream(httpsCertificate())) {
            store.setCertificateEntry("pebble", certificate(text));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /// {@return what it has said}
    ///
    /// @throws IOException if its log is gone
    public String output() throws IOException {
        return process.output();
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
