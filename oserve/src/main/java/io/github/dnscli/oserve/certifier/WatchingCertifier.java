package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.ZoneSource;
import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.oserve.database.DatabaseStatus;
import io.github.dnscli.oserve.http.HttpWindow;
import io.github.dnscli.oserve.log.Log;
import io.github.dnscli.oserve.log.LogEvent;
import io.github.dnscli.oserve.serving.HangUp;
import io.github.dnscli.oserve.serving.Life;
import io.github.dnscli.oserve.serving.Running;
import io.github.dnscli.oserve.status.ServerKind;
import io.github.dnscli.oserve.status.StatusBoard;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/// A certifier beside a server: it follows the server's zones, and writes into them by signed updates.
final class WatchingCertifier implements Running {

    private final CertifierOptions options;
    private final World world;
    private final Log log;
    private final Life life;
    private List<InetSocketAddress> addresses = List.of();

    private WatchingCertifier(CertifierOptions options, World world, Log log) {
        this.options = options;
        this.world = world;
        this.log = log;
        this.life = new Life(log);
    }

    /// {@return a certifier at work}
    ///
    /// @throws IOException if its state cannot be used, or an address cannot be had
    static WatchingCertifier start(CertifierOptions options, World world, Log log)
            throws IOException {
        var certifier = new WatchingCertifier(options, world, log);
        try {
            certifier.start();
            return certifier;
        } catch (IOException | RuntimeException e) {
            certifier.life.abandon();
            throw e;
        }
    }

    private void start() throws IOException {
        life.have(StateLock.take(options.state(), log));
        var bell = new AtomicReference<Runnable>(() -> {});
        var board = new StatusBoard(ServerKind.CERTIFIER, world.clock());
        var zones =
                WatchedZones.start(
                        options.watch(), options.state(), log, () -> bell.get().run(), board);
        life.have(zones);
        var primary = primary(options.watch(), world);
        var authority =
                Authorities.of(options.state(), world.clock())
                        .open(options.issuing(), () -> names(zones), primary);
        log.write(watching(options, authority));
        var failures = FailureCommand.of(options.issuing().onFailure(), world, log);
        life.have(failures);
        var running =
                RunningCertifier.start(
                        options.issuing(),
                        authority,
                        options.state(),
                        zones,
                        primary,
                        failures,
                        log);
        life.have(running);
        bell.set(running::ring);
        life.have(
                HttpWindow.open(
                        options.http(),
                        () -> board.report(zones.server(), DatabaseStatus.NONE),
                        running,
                        () -> {},
                        log));
        life.have(HangUp.react(() -> tryAgain(running)));
        addresses = options.watch().listen().isEmpty() ? List.of() : zones.server().addresses();
    }

    private void tryAgain(RunningCertifier running) {
        log.write(LogEvent.info("reload", "told to try again what failed"));
        running.tryAgain();
    }

    /// Those that the user names are served, though they may not have been seen yet.
    private Set<DomainName> names(ZoneSource zones) {
        var names = new HashSet<>(options.watch().zones());
        names.addAll(RunningCertifier.names(zones));
        return names;
    }

    /// {@return the server that has the zones}
    static PrimaryServer primary(WatchOptions watch, World world) {
        return new PrimaryServer(
                world.transport(),
                watch.server(),
                watch.key(),
                watch.timeout(),
                world.clock(),
                world.random());
    }

    /// {@return what is watched, and who issues}
    static LogEvent watching(CertifierOptions options, CertificateAuthority authority) {
        String zones =
                options.watch().zones().isEmpty()
                        ? "all zones of key '" + options.watch().key().name().display() + "'"
                        : options.watch().zones().stream()
                                .map(DomainName::display)
                                .collect(Collectors.joining("', '", "'", "'"));
        return LogEvent.info(
                        "watching",
                        "watching %s at %s; certificates are issued by %s"
                                .formatted(
                                        zones,
                                        options.watch().server(),
                                        issuer(options.issuing().authority(), authority)))
                .with("server", options.watch().server().display())
                .with("authority", authority.id());
    }

    /// {@return who issues, for people}
    static String issuer(AuthorityChoice choice, CertificateAuthority authority) {
        return switch (choice) {
            case AuthorityChoice.Private _ -> "the " + authority;
            case AuthorityChoice.Acme(var settings) -> settings.directory().name();
        };
    }

    @Override
    public List<InetSocketAddress> addresses() {
        return addresses;
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
