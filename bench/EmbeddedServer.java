import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneReader;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Base64;

/// Our server with one zone, in memory alone, until it is killed. Before it listens it prints how much heap is in use.
///
/// ```sh
/// java -cp "lib/*" bench/EmbeddedServer.java ZONE FILE PORT KEY SECRET
/// ```
public final class EmbeddedServer {

    private static final int COLLECTIONS = 5;

    private EmbeddedServer() {}

    public static void main(String[] arguments) throws Exception {
        var zone = read(DomainName.of(arguments[0]), Path.of(arguments[1]));
        var key =
                new TsigKey(
                        DomainName.of(arguments[3]),
                        TsigAlgorithm.SHA256,
                        Base64.getDecoder().decode(arguments[4]));
        var wishes = NameServer.builder().key(key).zone(zone).openTransfers();
        System.out.println("heap " + liveHeap());
        try (var server = wishes.listen("127.0.0.1", Integer.parseInt(arguments[2])).start()) {
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    private static Zone read(DomainName origin, Path file) throws Exception {
        var text = ZoneReader.read(Source.read(file), ReaderOptions.forZone(origin));
        if (text.hasErrors()) {
            throw new IllegalArgumentException(text.findings().toString());
        }
        return Zone.of(origin, text.columns());
    }

    private static long liveHeap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
