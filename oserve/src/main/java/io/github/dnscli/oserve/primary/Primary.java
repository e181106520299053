package io.github.dnscli.oserve.primary;

import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.oserve.certifier.HouseCertifier;
import io.github.dnscli.oserve.database.Database;
import io.github.dnscli.oserve.database.DatabaseListeners;
import io.github.dnscli.oserve.http.HttpWindow;
import io.github.dnscli.oserve.http.MetricsSource;
import io.github.dnscli.oserve.keys.KeySources;
import io.github.dnscli.oserve.keys.LentKey;
import io.github.dnscli.oserve.log.DatabaseLog;
import io.github.dnscli.oserve.log.Log;
import io.github.dnscli.oserve.log.LogEvent;
import io.github.dnscli.oserve.log.ServerLog;
import io.github.dnscli.oserve.serving.HangUp;
import io.github.dnscli.oserve.serving.Life;
import io.github.dnscli.oserve.serving.ListenOption;
import io.github.dnscli.oserve.serving.Running;
import io.github.dnscli.oserve.status.ServerKind;
import io.github.dnscli.oserve.status.StatusBoard;
import io.github.dnscli.oserve.status.StatusReport;
import io.github.dnscli.oserve.status.StatusSocket;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.NameServerBuilder;
import io.github.dnscli.server.event.ServerListener;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ServerState;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A running primary server: a name server, the database its zones are in, and what attends to the two.
public final class Primary implements Running {

    private final PrimaryOptions options;
    private final World world;
    private final Log log;
    private final StatusBoard board;
    private final KeySources keys;
    private final Database database;
    private final CertifierBell bell;
    private final CompletableFuture<NameServer> server = new CompletableFuture<>();
    private final Life life;
    private volatile Runnable mended = () -> {};

    private Primary(
            PrimaryOptions options,
            World world,
            Log log,
            StatusBoard board,
            KeySources keys,
            CertifierBell bell,
            Database database) {
        this.options = options;
        this.world = world;
        this.bell = bell;
        this.log = log;
        this.life = new Life(log);
        this.board = board;
        this.keys = keys;
        this.database = database;
    }

    /// {@return a server that listens and serves}
    ///
    /// @throws IOException if there is nothing to serve, or an address cannot be had
    static Primary start(PrimaryOptions options, World world, Log log) throws IOException {
        var words = new DatabaseLog(log);
        var board = new StatusBoard(ServerKind.PRIMARY, InstantSource.system());
        var keys = KeySources.open(options.keys(), words);
        var bell = new CertifierBell();
        var listeners = new DatabaseListeners(List.of(words, board, bell));
        var database = Database.open(options.database(), keys, listeners);
        var primary = new Primary(options, world, log, board, keys, bell, database);
        primary.life.have(database);
        try {
            primary.start();
            return primary;
        } catch (IOException | RuntimeException e) {
            primary.life.abandon();
            throw e;
        }
    }

    private void start() throws IOException {
        var lent = lend();
        var loaded = database.load();
        if (loaded.obstacle().isPresent()) {
            throw new IOException(loaded.obstacle().get());
        }
        var state = loaded.state();
        if (state.zones().isEmpty()) {
            log.write(
                    LogEvent.warning(
                                    "nothing-served",
                                    "the repository holds no zone that can be served; all queries are refused")
                            .hint(
                                    "push a zone; the server fetches it when it is notified, or by itself"));
        }
        var running = wishes(state).start();
        life.have(running);
        server.complete(running);
        database.start(running);
        if (options.status().isPresent()) {
            life.have(StatusSocket.open(options.status().get(), this::report, log));
        }
        var certifier = certify(running, lent);
        life.have(HttpWindow.open(options.http(), this::report, certifier, this::refresh, log));
        life.have(HangUp.react(this::reload));
    }

    /// {@return the key of the certifier, if there is to be one}
    private Optional<LentKey> lend() {
        var lent =
                options.certifier()
                        .map(
                                _ ->
                                        HouseCertifier.key(
                                                options.serving().listen().stream()
                                                        .map(ListenOption::address)
                                                        .toList(),
                                                new SecureRandom()));
        lent.ifPresent(keys::lend);
        return lent;
    }

    private MetricsSource certify(NameServer running, Optional<LentKey> lent) throws IOException {
        if (options.certifier().isEmpty() || lent.isEmpty()) {
            return MetricsSource.NONE;
        }
        var wanted = options.certifier().get();
        var certifier =
                HouseCertifier.start(
                        wanted.issuing(), wanted.state(), running, lent.get().key(), world, log);
        life.have(certifier);
        bell.rings(certifier::ring);
        mended = certifier::tryAgain;
        return certifier;
    }

    private NameServerBuilder wishes(ServerState state) throws IOException {
        var wishes =
                NameServer.builder()
                        .store(database.store())
                        .past(database.past())
                        .listener(new ServerLog(log))
                        .listener(board)
                        .listener(bell)
                        .listener(new Ear());
        state.zones().values().forEach(wishes::zone);
        state.keys().values().forEach(wishes::key);
        keys.rights().grants().forEach(wishes::grant);
        serve(wishes);
        notify(wishes, state);
        return wishes;
    }

    private void serve(NameServerBuilder wishes) {
        var serving = options.serving();
        serving.listen().forEach(at -> wishes.listen(at.address(), at.port()));
        wishes.serialPolicy(serving.serials());
        serving.identity().ifPresent(wishes::identity);
        if (serving.openTransfers()) {
            wishes.openTransfers();
        }
    }

    private void notify(NameServerBuilder wishes, ServerState state) throws IOException {
        for (var wish : options.news().targets()) {
            wishes.notify(wish.target(state::key));
        }
        wishes.notifyNameServers(options.news().nameServerPort());
    }

    @Override
    public List<InetSocketAddress> addresses() {
        return server().addresses();
    }

    private NameServer server() {
        return server.join();
    }

    private StatusReport report() {
        return board.report(server(), database.status());
    }

    /// Looks for news of zones and keys, as a signed NOTIFY asks for: at once, or soon and elsewhere.
    private void refresh() {
        database.refresh();
    }

    /// Reads again whatever may have changed: the policy, and all that a refresh looks at; what the certifier failed in is
    /// tried again.
    private void reload() {
        log.write(LogEvent.info("reload", "told to read everything again"));
        var rights = keys.readRights();
        server().change(state -> state.withRights(rights));
        refresh();
        mended.run();
    }

    @Override
    public void awaitClose() throws InterruptedException {
        life.await();
    }

    /// Stops. An update that is being stored is waited for.
    @Override
    public void close() {
        life.end();
    }

    /// Looks for news when somebody with the right to say so says that there is some.
    private final class Ear implements ServerListener {
        @Override
        public void notified(DomainName zone, DomainName key, Peer peer) {
            refresh();
        }
    }
}
