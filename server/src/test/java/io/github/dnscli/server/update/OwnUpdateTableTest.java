package io.github.dnscli.server.update;

import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.server.NameServer;
import java.io.IOException;
import java.net.InetAddress;

/// The table of updates against this server.
class OwnUpdateTableTest extends UpdateTableTest {

    @Override
    AutoCloseable start() throws IOException {
        var zone = ZoneText.zone("example.com", TEXT);
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
