import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/// Runs a command, such as a push, and asks servers on 127.0.0.1 again and again until each has a serial. Prints the
/// milliseconds from the command's start to its end, and to the answer of each server.
///
/// ```sh
/// java -cp "lib/*" bench/PushTimer.java ZONE SERIAL PORT,PORT... COMMAND...
/// ```
public final class PushTimer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long BETWEEN_QUESTIONS = 1;

    private PushTimer() {}

    public static void main(String[] arguments) throws Exception {
        var zone = DomainName.of(arguments[0]);
        String serial = arguments[1];
        var command = List.of(arguments).subList(3, arguments.length);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        for (String port : arguments[2].split(",")) {
            serial(zone, port); // compiled and connected before the clock runs
        }
        long start = System.nanoTime();
        var process = builder.start();
        var waits = new ArrayList<CompletableFuture<Long>>();
        for (String port : arguments[2].split(",")) {
            waits.add(CompletableFuture.supplyAsync(() -> until(zone, port, serial)));
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed");
        }
        var line = new StringBuilder().append(millis(start, System.nanoTime()));
        for (var wait : waits) {
            line.append(' ').append(millis(start, wait.join()));
        }
        System.out.println(line);
    }

    private static double millis(long start, long end) {
        return (end - start) / 100_000 / 10.0;
    }

    private static long until(DomainName zone, String port, String serial) {
        try {
            for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
                if (serial(zone, port).equals(serial)) {
                    return System.nanoTime();
                }
                Thread.sleep(BETWEEN_QUESTIONS);
            }
            throw new IllegalStateException("serial " + serial + " did not come to " + port);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String serial(DomainName zone, String port) throws IOException {
        var server = new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(port));
        var clock = InstantSource.system();
        var random = RandomGenerator.getDefault();
        try (var line =
                Exchange.open(Transport.udpThenTcp(), server, PATIENCE, clock, random)) {
            return line.ask(Query.of(zone, RecordType.SOA)) instanceof Reply.Accepted(var message)
                    ? message.answers(RecordType.SOA).stream()
                            .map(record -> record.data().orElseThrow().text().split(" ")[2])
                            .findFirst()
                            .orElse("")
                    : "";
        }
    }
}
