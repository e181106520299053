package io.github.dnscli.oserve.primary;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.gitstore.reading.Reading;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import io.github.dnscli.gitstore.reading.Reload;
import io.github.dnscli.oserve.folder.FolderStore;
import io.github.dnscli.oserve.folder.ZoneFolder;
import io.github.dnscli.oserve.serving.Running;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.event.NotifyEvent;
import io.github.dnscli.server.event.ServerListener;
import io.github.dnscli.server.event.TransferEvent;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.state.ZoneChange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// A running primary server: a name server whose zones are the files of a folder.
///
/// The folder is touched only in the server's writer's turn, by updates and by reloads, so that neither loses what the
/// other did.
public final class Primary implements Running {

    private final ZoneFolder folder;
    private final PrimaryLog log;
    private final CompletableFuture<NameServer> server = new CompletableFuture<>();
    private final AtomicBoolean reloadWanted = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    private Primary(ZoneFolder folder, PrimaryLog log) {
        this.folder = folder;
        this.log = log;
    }

    /// {@return a server that listens and serves}
    ///
    /// @throws IOException if there is nothing to serve, or an address cannot be had
    static Primary start(PrimaryOptions options, PrimaryLog log) throws IOException {
        var folder = new ZoneFolder(options.zones(), options.keyFiles(), options.rights());
        var primary = new Primary(folder, log);
        var state = primary.load(options);
        var wishes =
                NameServer.builder()
                        .store(new FolderStore(folder, log::happened))
                        .listener(primary.new Ear())
                        .serialPolicy(options.serials());
        state.zones().values().forEach(wishes::zone);
        state.keys().values().forEach(wishes::key);
        options.rights().grants().forEach(wishes::grant);
        options.listen().forEach(at -> wishes.listen(at.address(), at.port()));
        for (var wish : options.targets()) {
            wishes.notify(wish.target(state::key));
        }
        if (options.openTransfers()) {
            wishes.openTransfers();
        }
        if (options.nameServerPort() != 0) {
            wishes.notifyNameServers(options.nameServerPort());
        }
        primary.server.complete(wishes.start());
        primary.addresses().forEach(log::listening);
        return primary;
    }

    private ServerState load(PrimaryOptions options) throws IOException {
        var reading = folder.read();
        var loaded = Reload.of(ServerState.EMPTY, reading);
        loaded.events().forEach(log::happened);
        if (loaded.state().zones().isEmpty()) {
            throw new IOException(nothing(reading, options));
        }
        return loaded.state();
    }

    private static String nothing(Reading reading, PrimaryOptions options) {
        return reading.zones().isEmpty()
                ? "there is no zone file in '" + options.zones() + "'"
                : "no zone in '" + options.zones() + "' can be served";
    }

    /// {@return where it listens, with true ports}
    public List<InetSocketAddress> addresses() {
        return server.join().addresses();
    }

    /// Reads the folder again. Calls that come while one waits for its turn are served by that one.
    public void reload() {
        if (reloadWanted.compareAndSet(false, true)) {
            var events = new ArrayList<ReadingEvent>();
            server.join().change(before -> reloaded(before, events));
            events.forEach(log::happened);
        }
    }

    private ServerState reloaded(ServerState before, List<ReadingEvent> events) {
        reloadWanted.set(false);
        try {
            var reloaded = Reload.of(before, folder.read());
            events.addAll(reloaded.events());
            return reloaded.state();
        } catch (IOException e) {
            log.unreadable(e);
            return before;
        }
    }

    @Override
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    /// Stops. An update that is being stored is waited for.
    @Override
    public void close() {
        server.join().close();
        if (closed.getCount() > 0) {
            log.stopped();
        }
        closed.countDown();
    }

    /// Hears what happens in the server.
    private final class Ear implements ServerListener {
        @Override
        public void notified(DomainName zone, DomainName key, Peer peer) {
            log.notified(zone, key, peer);
            reload();
        }

        @Override
        public void updated(ZoneChange change) {
            log.updated(change);
        }

        @Override
        public void unsaved(ZoneChange change, Exception reason) {
            log.unsaved(change, reason);
        }

        @Override
        public void refused(Peer peer, String reason) {
            log.refused(peer, reason);
        }

        @Override
        public void transferred(TransferEvent transfer) {
            log.transferred(transfer);
        }

        @Override
        public void told(NotifyEvent news) {
            log.told(news);
        }
    }
}
