package io.github.dnscli.oserve.secondary;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.oserve.database.DatabaseStatus;
import io.github.dnscli.oserve.http.HttpWindow;
import io.github.dnscli.oserve.http.MetricsSource;
import io.github.dnscli.oserve.log.Log;
import io.github.dnscli.oserve.log.LogEvent;
import io.github.dnscli.oserve.log.ServerLog;
import io.github.dnscli.oserve.serving.HangUp;
import io.github.dnscli.oserve.serving.Life;
import io.github.dnscli.oserve.serving.Running;
import io.github.dnscli.oserve.status.ServerKind;
import io.github.dnscli.oserve.status.StatusBoard;
import io.github.dnscli.oserve.status.StatusReport;
import io.github.dnscli.oserve.status.StatusSocket;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.NameServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A running secondary server: a name server whose zones come from others, and the folder that keeps them.
final class Secondary implements Running {

    private final NameServer server;
    private final StatusBoard board;
    private final Log log;
    private final Life life;

    private Secondary(NameServer server, StatusBoard board, Log log) {
        this.server = server;
        this.board = board;
        this.log = log;
        this.life = new Life(log);
        life.have(server);
    }

    /// {@return a server that listens, and serves what it kept}
    ///
    /// @throws IOException if the folder cannot be used, or an address cannot be had
    static Secondary start(SecondaryOptions options, Log log) throws IOException {
        var board = new StatusBoard(ServerKind.SECONDARY, InstantSource.system());
        var server = wishes(options, log).listener(board).start();
        var secondary = new Secondary(server, board, log);
        try {
            secondary.show(options);
            return secondary;
        } catch (IOException | RuntimeException e) {
            secondary.life.abandon();
            throw e;
        }
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

    /// SIGHUP, which would end the process, means to those who send it that files are to be read again: here are none.
    private void show(SecondaryOptions options) throws IOException {
        life.have(HangUp.react(() -> log.write(LogEvent.info("reload", "nothing to read again"))));
        life.have(StatusSocket.open(options.state(), this::report, log));
        life.have(HttpWindow.open(options.http(), this::report, MetricsSource.NONE, () -> {}, log));
    }

    private StatusReport report() {
        return board.report(server, DatabaseStatus.NONE);
    }

    @Override
    public List<InetSocketAddress> addresses() {
        return server.addresses();
    }

    @Override
    public void awaitClose() throws InterruptedException {
        life.await();
    }

    @Override
    public void close() {
        life.end();
    }
}
