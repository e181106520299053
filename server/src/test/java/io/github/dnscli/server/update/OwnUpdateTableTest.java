package io.github.dnscli.server.update;

import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneReader;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.server.NameServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/// The table of updates against this server.
class OwnUpdateTableTest extends UpdateTableTest {

    @Override
    AutoCloseable start() throws IOException {
        var source = new Source(TEXT.getBytes(StandardCharsets.UTF_8), "example.com");
        var zone = ZoneReader.read(source, ReaderOptions.forZone(ZONE)).zone();
        return NameServer.builder().zone(zone).key(KEY).start();
    }

    @Override
    ServerAddress address(AutoCloseable server) {
        return new ServerAddress(InetAddress.getLoopbackAddress(), ((NameServer) server).port());
    }

    @Override
    String server() {
        return "ours";
    }
}
