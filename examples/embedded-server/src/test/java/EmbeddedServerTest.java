import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EmbeddedServerTest {

    private static Process run() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dport=0",
                        "EmbeddedServer")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    @Timeout(60)
    void theExampleServesItsZone() throws Exception {
        var process = run();
        try (var output = process.inputReader()) {
            String line = String.valueOf(output.readLine());
            assertThat(line).startsWith("serving zone example.com. serial 1 at port ");
            int port = Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1));
            assertThat(addresses(port, "www.example.com")).isEqualTo("192.0.2.1");
        } finally {
            process.destroy();
        }
    }

    private static String addresses(int port, String host) throws Exception {
        var server = new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), port);
        try (var exchange =
                Exchange.open(
                        Transport.udpThenTcp(),
                        server,
                        Duration.ofSeconds(20),
                        InstantSource.system(),
                        new SecureRandom())) {
            var reply = exchange.ask(Query.of(DomainName.of(host), RecordType.A));
            return reply instanceof Reply.Accepted(var answer)
                    ? answer.answers().getFirst().data().orElseThrow().text()
                    : reply.toString();
        }
    }
}
