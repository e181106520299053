package io.github.dnscli.server.update;

import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.testkit.NamedServer;
import java.io.IOException;

/// The table of updates against BIND's server.
class NamedUpdateTableTest extends UpdateTableTest {

    @Override
    AutoCloseable start() throws IOException {
        return NamedServer.start(ZONE, TEXT, KEY);
    }

    @Override
    ServerAddress address(AutoCloseable server) {
        return ((NamedServer) server).address();
    }

    @Override
    String server() {
        return "named";
    }
}
