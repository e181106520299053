package io.github.dnscli.certifier.service;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.dnscli.certificate.Certificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.TrustManagerFactory;

/// An HTTPS server of the Java platform on loopback, and clients that trust one root.
///
/// @param server answers everything with `hello`
/// @param root whom clients trust
record Https(HttpsServer server, Certificate root) implements AutoCloseable {

    static Https start(SSLContext context, Certificate root) throws IOException {
        var loopback = InetAddress.ofLiteral("127.0.0.1");
        var server = HttpsServer.create(new InetSocketAddress(loopback, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.sendResponseHeaders(200, 5);
                        exchange.getResponseBody()
                                .write("hello".getBytes(StandardCharsets.US_ASCII));
                    }
                });
        server.start();
        return new Https(server, root);
    }

    /// {@return a client with no connection yet}
    HttpClient client() {
        return HttpClient.newBuilder()
                .sslContext(trusting(root))
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    static SSLContext trusting(Certificate root) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry("root", root.x509());
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// {@return what a server shows to a client that asks it}
    Certificate ask(HttpClient client) throws IOException, InterruptedException {
        var uri = URI.create("https://localhost:" + server.getAddress().getPort() + "/");
        var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (!response.body().equals("hello")) {
            throw new AssertionError(response.body());
        }
        return shown(response);
    }

    private static Certificate shown(HttpResponse<String> response)
            throws SSLPeerUnverifiedException {
        var chain = response.sslSession().orElseThrow().getPeerCertificates();
        return Certificate.of((X509Certificate) chain[0]);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
