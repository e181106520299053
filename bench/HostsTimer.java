import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.MessageRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Puts the signing requests of many hosts into a zone on 127.0.0.1, port 53, one update each over one connection, and waits
/// until each host has a certificate. Prints the milliseconds, from the first update on, until the last request was in the
/// zone, and until the last certificate was.
///
/// ```sh
/// java -cp "lib/*" bench/HostsTimer.java ZONE KEY SECRET COUNT
/// ```
public final class HostsTimer {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long BETWEEN_LOOKS = 50;

    private HostsTimer() {}

    public static void main(String[] arguments) throws Exception {
        var zone = DomainName.of(arguments[0]);
        var secret = Base64.getDecoder().decode(arguments[2]);
        var key = new TsigKey(DomainName.of(arguments[1]), TsigAlgorithm.SHA256, secret);
        var requests = requests(zone, Integer.parseInt(arguments[3]));
        var server = new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), 53);
        var clock = InstantSource.system();
        try (var line =
                Exchange.open(
                        Transport.TCP, server, PATIENCE, clock, RandomGenerator.getDefault())) {
            long start = System.nanoTime();
            for (var request : requests) {
                upload(line, zone, key, request);
            }
            System.out.println((System.nanoTime() - start) / 1_000_000);
            await(line, requests);
            System.out.println((System.nanoTime() - start) / 1_000_000);
        }
    }

    private static List<CertificateRequest> requests(DomainName zone, int count) {
        var random = new SecureRandom();
        var requests = new ArrayList<CertificateRequest>();
        for (int i = 0; i < count; i++) {
            requests.add(
                    CertificateRequest.create(
                            CertificateKey.generate(KeyType.P256, random),
                            List.of(DomainName.of("host" + i + "." + zone.display()))));
        }
        return requests;
    }

    private static DomainName place(CertificateRequest request) {
        return new ServiceName(request.names().getFirst()).owner();
    }

    private static void upload(
            Exchange line, DomainName zone, TsigKey key, CertificateRequest request)
            throws IOException {
        var record = new ResourceRecord(place(request), new Ttl(3600), request.data());
        var reply = line.ask(Update.of(zone).add(record), key);
        if (!(reply instanceof Reply.Accepted)) {
            throw new IllegalStateException(reply.toString());
        }
    }

    /// One look at the last host that has none yet, and at all the others only when it has one.
    private static void await(Exchange line, List<CertificateRequest> requests) throws Exception {
        var waiting = new ArrayList<>(requests);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!waiting.isEmpty()) {
            if (hasCertificate(line, waiting.getLast())) {
                waiting.removeLast();
            } else if (System.nanoTime() > end) {
                throw new IllegalStateException(waiting.size() + " hosts have no certificate");
            } else {
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }

    private static boolean hasCertificate(Exchange line, CertificateRequest request)
            throws IOException {
        return line.ask(Query.of(place(request), RecordType.TLSA))
                        instanceof Reply.Accepted(var message)
                && !TlsaBundle.of(
                                message.answers().stream()
                                        .map(MessageRecord::data)
                                        .flatMap(Optional::stream)
                                        .toList())
                        .leaves()
                        .isEmpty();
    }
}
