package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.ZoneSource;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.AddressBlock;
import io.github.dnscli.common.key.ChangeAction;
import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.NamePattern;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.oserve.http.MetricsSource;
import io.github.dnscli.oserve.http.PrometheusText;
import io.github.dnscli.oserve.keys.LentKey;
import io.github.dnscli.oserve.log.Log;
import io.github.dnscli.oserve.log.LogEvent;
import io.github.dnscli.oserve.serving.Life;
import io.github.dnscli.server.NameServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// A certifier in the process of the server that has the zones. It sees them as they are served, and writes to them as
/// anybody does, by signed updates over the network, with a key of its own: so they are judged, kept and told of like all
/// others.
public final class HouseCertifier implements MetricsSource, AutoCloseable {

    /// What its key is called, in logs and in the author of commits.
    public static final DomainName KEY_NAME = DomainName.of("certifier.oserve");

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final RunningCertifier running;
    private final Life life;

    private HouseCertifier(RunningCertifier running, Life life) {
        this.running = running;
        this.life = life;
    }

    /// {@return a key for a server that listens at some addresses}: from these, it may change TLSA and TXT records, and
    /// nothing else
    ///
    /// @param addresses literals
    public static LentKey key(List<String> addresses, SecureRandom random) {
        var from =
                addresses.stream()
                        .map(InetAddress::ofLiteral)
                        .map(HouseCertifier::reachable)
                        .distinct()
                        .map(address -> new AddressBlock(address, address.getAddress().length * 8))
                        .toList();
        var grant =
                new KeyRights.Grant(
                        new NamePattern.Exact(KEY_NAME),
                        KeyOperation.UPDATE,
                        new NamePattern.Tree(DomainName.ROOT),
                        Set.of(RecordType.TLSA, RecordType.TXT),
                        Set.of(ChangeAction.values()),
                        from);
        return new LentKey(LentKey.make(KEY_NAME, random), List.of(grant));
    }

    /// Who listens everywhere is reached at home.
    private static InetAddress reachable(InetAddress address) {
        if (!address.isAnyLocalAddress()) {
            return address;
        }
        return InetAddress.ofLiteral(address.getAddress().length == 4 ? "127.0.0.1" : "::1");
    }

    /// {@return a certifier at work}
    ///
    /// @param state the folder of what it must not forget
    /// @param server serves, and knows the key
    /// @throws IOException if the state cannot be used
    public static HouseCertifier start(
            IssuingOptions options,
            Path state,
            NameServer server,
            TsigKey key,
            World world,
            Log log)
            throws IOException {
        var life = new Life(log);
        try {
            return start(options, new CertifierFolder(state), server, key, world, log, life);
        } catch (IOException | RuntimeException e) {
            life.abandon();
            throw e;
        }
    }

    private static HouseCertifier start(
            IssuingOptions options,
            CertifierFolder folder,
            NameServer server,
            TsigKey key,
            World world,
            Log log,
            Life life)
            throws IOException {
        life.have(StateLock.take(folder, log));
        ZoneSource zones = () -> server.state().zones().values();
        var primary =
                new PrimaryServer(
                        world.transport(),
                        address(server.addresses()),
                        key,
                        TIMEOUT,
                        world.clock(),
                        world.random());
        var authority =
                Authorities.of(folder, world.clock())
                        .open(options, () -> RunningCertifier.names(zones), primary);
        log.write(
                LogEvent.info(
                                "certifying",
                                "certificates for signing requests are issued by "
                                        + WatchingCertifier.issuer(options.authority(), authority))
                        .with("authority", authority.id()));
        var failures = FailureCommand.of(options.onFailure(), world, log);
        life.have(failures);
        var running =
                RunningCertifier.start(options, authority, folder, zones, primary, failures, log);
        life.have(running);
        return new HouseCertifier(running, life);
    }

    /// One of this machine alone is preferred.
    private static ServerAddress address(List<InetSocketAddress> addresses) {
        return addresses.stream()
                .map(at -> new ServerAddress(reachable(at.getAddress()), at.getPort()))
                .min(Comparator.comparing(at -> !at.address().isLoopbackAddress()))
                .orElseThrow();
    }

    /// Says that zones may have changed; returns at once.
    public void ring() {
        running.ring();
    }

    /// Has all that failed tried again now.
    public void tryAgain() {
        running.tryAgain();
    }

    @Override
    public void write(PrometheusText text) {
        running.write(text);
    }

    /// Begins nothing any more, and waits for what is under way.
    @Override
    public void close() {
        life.abandon();
    }
}
