package io.github.dnscli.gitstore;

import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.gitstore.repository.CommitSettings;
import io.github.dnscli.gitstore.repository.RemoteAccess;
import io.github.dnscli.gitstore.repository.RemoteAddress;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.testkit.BareRepository;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/// A name server over a store over a bare repository.
final class RunningStore implements AutoCloseable {

    static final DomainName ORIGIN = DomainName.of("example.com");
    static final String ZONE =
            """
            ; the zone of this test
            $TTL 1h
            @    SOA ns1 hostmaster (
                     7   ; serial
                     2h 30m 2w 5m )
            @    NS  ns1     ; only one
            ns1  A   127.0.0.1

            ; the web
            www  300 A 192.0.2.1   ; the first
            """;

    private static final byte[] SECRET = new byte[32];
    static final TsigKey KEY =
            new TsigKey(DomainName.of("k._update.example.com"), TsigAlgorithm.SHA256, SECRET);
    static final String KEYS =
            KEY.name() + " DNSKEY 0 3 163 " + Base64.getEncoder().encodeToString(SECRET) + "\n";

    final HeardEvents events = new HeardEvents();
    final GitStore store;
    final NameServer server;

    private RunningStore(GitStoreOptions options) throws IOException {
        store = GitStore.open(options, events);
        var builder = NameServer.builder().store(store).past(store);
        var state = store.load();
        state.zones().values().forEach(builder::zone);
        state.keys().values().forEach(builder::key);
        server = builder.start();
    }

    static GitStoreOptions options(BareRepository remote, Path state) {
        return new GitStoreOptions(
                RemoteAddress.parse(remote.path().toString()),
                RemoteAccess.DEFAULT,
                CommitSettings.DEFAULT,
                state,
                List::of,
                () -> KeyRights.BY_NAME,
                Duration.ZERO,
                Duration.ZERO,
                true,
                false,
                false);
    }

    /// {@return one that fetches, commits and pushes}
    static RunningStore of(GitStoreOptions options) throws IOException {
        var running = idle(options);
        running.store.start(running.server);
        return running;
    }

    /// {@return one that does nothing on its own}
    static RunningStore idle(GitStoreOptions options) throws IOException {
        return new RunningStore(options);
    }

    Reply ask(UnaryOperator<Update> wish) throws IOException {
        var server = new ServerAddress(InetAddress.getLoopbackAddress(), this.server.port());
        try (var exchange =
                Exchange.open(
                        Transport.TCP,
                        server,
                        Duration.ofSeconds(20),
                        InstantSource.system(),
                        new Random())) {
            return exchange.ask(wish.apply(Update.of(ORIGIN)), KEY);
        }
    }

    /// Has a record added, which must be acknowledged.
    void add(String owner, RecordType type, String data) throws IOException {
        update(update -> update.add(ResourceRecord.of(owner + ".example.com", 60, type, data)));
    }

    /// Has a zone changed, which must be acknowledged.
    void update(UnaryOperator<Update> wish) throws IOException {
        if (!(ask(wish) instanceof Reply.Accepted)) {
            throw new AssertionError("not acknowledged: " + events.all());
        }
    }

    Zone zone() {
        return server.state().zone(ORIGIN).orElseThrow();
    }

    Serial serial() {
        return zone().serial().orElseThrow();
    }

    boolean has(String owner, RecordType type) {
        return zone().recordSet(DomainName.of(owner + ".example.com"), type).isPresent();
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
