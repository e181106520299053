package io.github.dnscli.ocertify;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.DecodedRequest;
import io.github.dnscli.certificate.SubjectPublicKey;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certificate.TlsaRole;
import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.KeyText;
import io.github.dnscli.common.key.ParsedKey;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.testkit.certificate.Identity;
import io.github.dnscli.testkit.certificate.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A name server with the zones `mirage` and `other`, a certifier beside it, and a folder for `ocertify` to work in.
/// Time passes only when `ocertify` pauses, and then in no time.
final class Town implements AutoCloseable {

    static final TestAuthority ROOT = TestAuthority.root("Root");
    static final TestAuthority INTERMEDIATE = ROOT.intermediate("Intermediate");
    static final String SECRET = "kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";
    static final String KEY = "personal._update.mirage:SHA256:" + SECRET;
    static final String ROOT_KEY = "all._update:SHA256:" + SECRET;
    static final String OWNER = "_letsencrypt._tcp.foo.mirage.";

    private final Path folder;
    private final NameServer server;
    private final List<Duration> pauses = new ArrayList<>();
    private int answersAfter = Integer.MAX_VALUE;
    private Instant now = TestAuthority.NOW;

    Town(Path folder) throws IOException {
        this.folder = folder;
        this.server =
                NameServer.builder()
                        .zone(zone("mirage."))
                        .zone(zone("other."))
                        .key(key(KEY))
                        .key(key(ROOT_KEY))
                        .clock(() -> now)
                        .start();
        write("root.pem", ROOT.identity().pem());
    }

    static TsigKey key(String text) {
        return switch (KeyText.parse(text)) {
            case ParsedKey.Valid(var key) -> key;
            case ParsedKey.Invalid(var problem) -> throw new AssertionError(problem);
        };
    }

    private static Zone zone(String origin) {
        return Zone.of(
                DomainName.of(origin),
                List.of(
                        record(origin, RecordType.SOA, "ns1 admin 1 7200 900 1209600 300"),
                        record(origin, RecordType.NS, "ns1." + origin),
                        record("ns1." + origin, RecordType.A, "127.0.0.1")));
    }

    private static ResourceRecord record(String owner, RecordType type, String data) {
        return ResourceRecord.of(owner, 3600, type, data);
    }

    /// Puts records of one type at a name, in place of those there.
    Town with(String owner, RecordType type, RecordData... data) {
        var set = new RecordSet(DomainName.of(owner), type, new Ttl(3600), List.of(data));
        server.change(
                state -> {
                    var zone = state.zoneOf(set.owner()).orElseThrow();
                    return state.with(
                            zone.with(set).withSerial(zone.serial().orElseThrow().next()));
                });
        return this;
    }

    Town with(String owner, RecordType type, String data) {
        return with(owner, type, RecordData.of(type, data));
    }

    /// {@return the TLSA data at a name}
    List<RecordData> tlsa(String owner) {
        var name = DomainName.of(owner);
        return server.state()
                .zoneOf(name)
                .flatMap(zone -> zone.recordSet(name, RecordType.TLSA))
                .map(RecordSet::data)
                .orElse(List.of());
    }

    /// {@return the serial of a zone}
    long serial(String zone) {
        return server.state().zone(DomainName.of(zone)).flatMap(Zone::serial).orElseThrow().value();
    }

    /// Lets the certifier answer during the so-manieth pause.
    Town answeringAfter(int count) {
        answersAfter = count;
        return this;
    }

    /// Moves the clock of everybody.
    Town at(Instant instant) {
        now = instant;
        return this;
    }

    /// {@return how long ocertify paused}
    List<Duration> pauses() {
        return pauses;
    }

    private void pause(Duration time) {
        pauses.add(time);
        now = now.plus(time);
        if (pauses.size() == answersAfter) {
            answer(OWNER, UnaryOperator.identity());
        }
    }

    /// Answers the request at a name, with a chain changed by the test.
    ///
    /// @return the certificate
    Identity answer(String owner, UnaryOperator<List<RecordData>> changes) {
        var request = request(tlsa(owner));
        var leaf =
                INTERMEDIATE.leafFor(
                        publicKey(request.publicKey()),
                        request.names().stream().map(DomainName::display).toList());
        var chain =
                List.of(
                        TlsaRole.LEAF.data(leaf.der()),
                        TlsaRole.AUTHORITY.data(INTERMEDIATE.identity().der()),
                        TlsaRole.AUTHORITY.data(ROOT.identity().der()));
        var all = Stream.concat(tlsa(owner).stream(), changes.apply(chain).stream());
        with(owner, RecordType.TLSA, all.toArray(RecordData[]::new));
        return leaf;
    }

    /// {@return the only signing request among TLSA data}
    static CertificateRequest request(List<RecordData> data) {
        return switch (TlsaBundle.of(data).requests().getFirst()) {
            case DecodedRequest.Valid(var request) -> request;
            case DecodedRequest.Invalid(_, var problem) -> throw new AssertionError(problem);
        };
    }

    static PublicKey publicKey(SubjectPublicKey key) {
        for (var algorithm : List.of("EC", "RSA", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePublic(new X509EncodedKeySpec(key.der()));
            } catch (GeneralSecurityException _) {
                // It is one of the others.
            }
        }
        throw new AssertionError("a key of no known kind");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void write(String file, String text) throws IOException {
        Files.writeString(file(file), text);
    }

    String read(String file) throws IOException {
        return Files.readString(file(file));
    }

    /// {@return the names of the files in the folder but the root's, sorted}
    List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("root.pem"))
                    .sorted()
                    .toList();
        }
    }

    /// Runs `ocertify --ca root.pem --port … ARGUMENTS 127.0.0.1 foo.mirage`.
    CommandRun run(String... arguments) {
        return runAt(server.port(), arguments);
    }

    /// Runs the same with the key that may update `mirage`.
    CommandRun runWithKey(String... arguments) {
        return run(
                Stream.concat(Stream.of("--dns-key=" + KEY), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    /// Runs the same against whatever listens at a port.
    CommandRun runAt(int port, String... arguments) {
        var all = new ArrayList<>(List.of("--ca=root.pem", "--port=" + port));
        all.addAll(List.of(arguments));
        all.addAll(List.of("127.0.0.1", "foo.mirage"));
        return runAsWritten(all.toArray(String[]::new));
    }

    /// Runs ocertify with these arguments and no others.
    CommandRun runAsWritten(String... arguments) {
        return CommandRun.of(new OcertifyCommand(), world(), arguments);
    }

    World world() {
        return World.real()
                .withDirectory(folder)
                .withEnvironment(Map.of())
                .withClock(() -> now)
                .withPause(this::pause);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
