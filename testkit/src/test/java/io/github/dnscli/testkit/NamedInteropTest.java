package io.github.dnscli.testkit;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;

class NamedInteropTest extends InteropTest {

    @Override
    AutoCloseable start(DomainName zone, String text, TsigKey... keys) throws IOException {
        return NamedServer.start(zone, text, keys);
    }

    @Override
    ServerAddress address(AutoCloseable running) {
        return ((NamedServer) running).address();
    }
}
