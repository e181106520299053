package io.github.dnscli.oserve.secondary;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.oserve.log.Log;
import io.github.dnscli.oserve.log.LogEvent;
import io.github.dnscli.oserve.log.ServerLog;
import io.github.dnscli.oserve.serving.Running;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.NameServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// A running secondary server: a name server whose zones come from others, and the folder that keeps them.
final class Secondary implements Running {

    private final NameServer server;
    private final Log log;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Secondary(NameServer server, Log log) {
        this.server = server;
        this.log = log;
    }

    /// {@return a server that listens, and serves what it kept}
    ///
    /// @throws IOException if the folder cannot be used, or an address cannot be had
    static Secondary start(SecondaryOptions options, Log log) throws IOException {
        return new Secondary(wishes(options, log).start(), log);
    }

    private static NameServerBuilder wishes(SecondaryOptions options, Log log) throws IOException {
        var folder =
                StateFolder.open(
                        options.state().resolve("zones"),
                        complaint -> log.write(LogEvent.warning("kept-zone-unusable", complaint)));
        var wishes = NameServer.builder().secondaryStore(folder).listener(new ServerLog(log));
        options.keys().forEach(wishes::key);
        options.wanted().wishFor(wishes);
        options.listen().forEach(at -> wishes.listen(at.address(), at.port()));
        if (options.openTransfers()) {
            wishes.openTransfers();
        }
        for (var target : options.targets()) {
            wishes.notify(target.target(name -> key(options, name)));
        }
        return wishes;
    }

    private static Optional<TsigKey> key(SecondaryOptions options, DomainName name) {
        return options.keys().stream().filter(key -> key.name().equals(name)).findFirst();
    }

    /// {@return the name server}
    NameServer server() {
        return server;
    }

    @Override
    public List<InetSocketAddress> addresses() {
        return server.addresses();
    }

    @Override
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        server.close();
        if (closed.getCount() > 0) {
            log.write(LogEvent.info("stopped", "stopped"));
        }
        closed.countDown();
    }
}
