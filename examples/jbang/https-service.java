///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//DEPS io.github.dnscli:dns-cli-certificate:0.1.0-SNAPSHOT

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.dnscli.certificate.service.DnsIdentity;
import io.github.dnscli.certificate.service.PemFiles;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/// Serves HTTPS with a certificate that comes through the DNS: `DNS_KEY=NAME:ALGORITHM:SECRET ./https-service.java
/// HOST ADDRESS`. ADDRESS is that of the primary for the zone of HOST; the root certificate to trust is in `root.pem`.
class HttpsService {

    void main(String[] arguments) throws Exception {
        String host = arguments[0];
        try (var identity =
                DnsIdentity.builder()
                        .host(host)
                        .server(arguments[1], Integer.getInteger("dns", 53))
                        .key(System.getenv("DNS_KEY"))
                        .store(PemFiles.in(Path.of("."), host))
                        .trust(Path.of("root.pem"))
                        .listener(event -> IO.println(event.message()))
                        .start()) {
            identity.awaitReady(Duration.ofMinutes(5));
            var address = new InetSocketAddress(Integer.getInteger("port", 8443));
            var server = HttpsServer.create(address, 0);
            server.setHttpsConfigurator(new HttpsConfigurator(identity.sslContext()));
            server.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
            server.start();
            IO.println("serving https://" + host + ":" + server.getAddress().getPort());
            Thread.currentThread().join();
        }
    }
}
