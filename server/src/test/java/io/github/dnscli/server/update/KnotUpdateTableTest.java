package io.github.dnscli.server.update;

import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.testkit.KnotServer;
import java.io.IOException;

/// The table of updates against Knot's server.
class KnotUpdateTableTest extends UpdateTableTest {

    @Override
    AutoCloseable start() throws IOException {
        return KnotServer.start(ZONE, TEXT, KEY);
    }

    @Override
    ServerAddress address(AutoCloseable server) {
        return ((KnotServer) server).address();
    }

    @Override
    String server() {
        return "knotd";
    }
}
