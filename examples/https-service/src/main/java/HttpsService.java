import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.dnscli.certificate.service.DnsIdentity;
import io.github.dnscli.certificate.service.PemFiles;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/// Serves HTTPS with a certificate that comes through the DNS: `curl --cacert root.pem https://localhost:8443`.
void main() throws Exception {
    try (var identity =
            DnsIdentity.builder()
                    .host("localhost")
                    .server("127.0.0.1", Integer.getInteger("dns", 5300))
                    .key(System.getenv("DNS_KEY"))
                    .store(PemFiles.in(Path.of("."), "localhost"))
                    .trust(Path.of("root.pem"))
                    .listener(event -> IO.println(event.message()))
                    .start()) {
        identity.awaitReady(Duration.ofMinutes(5));
        int port = Integer.getInteger("port", 8443);
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity.sslContext()));
        server.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
        server.start();
        IO.println("serving https://localhost:" + server.getAddress().getPort());
        Thread.currentThread().join();
    }
}
