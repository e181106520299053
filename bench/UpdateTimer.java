import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// Sends updates to 127.0.0.1 that add an address each, one after the other, over one TCP connection. Prints the
/// milliseconds to the answer of each; and, if it is told of a branch's file, until that has moved.
///
/// ```sh
/// java -cp "lib/*" bench/UpdateTimer.java ZONE PORT KEY SECRET COUNT [remote.git/refs/heads/main]
/// ```
public final class UpdateTimer {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long BETWEEN_LOOKS = 1;

    private UpdateTimer() {}

    public static void main(String[] arguments) throws Exception {
        var zone = DomainName.of(arguments[0]);
        var secret = Base64.getDecoder().decode(arguments[3]);
        var key = new TsigKey(DomainName.of(arguments[2]), TsigAlgorithm.SHA256, secret);
        var server =
                new ServerAddress(
                        InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(arguments[1]));
        var clock = InstantSource.system();
        var random = RandomGenerator.getDefault();
        try (var line = Exchange.open(Transport.TCP, server, PATIENCE, clock, random)) {
            long first = System.currentTimeMillis();
            for (long i = first; i < first + Integer.parseInt(arguments[4]); i++) {
                String before = arguments.length > 5 ? Files.readString(Path.of(arguments[5])) : "";
                long start = System.nanoTime();
                update(line, key, zone, "u" + i);
                long answered = System.nanoTime();
                var row = new StringBuilder().append(millis(start, answered));
                if (arguments.length > 5) {
                    row.append(' ').append(millis(answered, moved(Path.of(arguments[5]), before)));
                }
                System.out.println(row);
            }
        }
    }

    private static double millis(long start, long end) {
        return (end - start) / 10_000 / 100.0;
    }

    private static void update(Exchange line, TsigKey key, DomainName zone, String label)
            throws IOException {
        String owner = label + "." + zone.display();
        var record = ResourceRecord.of(owner, 60, RecordType.A, "192.0.2.1");
        var reply = line.ask(Update.of(zone).add(record), key);
        if (!(reply instanceof Reply.Accepted)) {
            throw new IllegalStateException(reply.toString());
        }
    }

    private static long moved(Path branch, String before) throws Exception {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
            if (!Files.readString(branch).equals(before)) {
                return System.nanoTime();
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new IllegalStateException("the commit did not come to the remote");
    }
}
