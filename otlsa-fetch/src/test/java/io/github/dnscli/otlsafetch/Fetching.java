package io.github.dnscli.otlsafetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dnscli.certificate.TlsaRole;
import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `otlsa-fetch` in a folder, against a server of zone `mirage` with what a test puts there.
final class Fetching {

    static final TestAuthority ROOT = TestAuthority.root("Root");
    static final TestAuthority INTERMEDIATE = ROOT.intermediate("Intermediate");
    static final String OWNER = "_letsencrypt._tcp.foo.mirage.";

    private final Path folder;
    private final List<ResourceRecord> records = new ArrayList<>();

    Fetching(Path folder) throws IOException {
        this.folder = folder;
        records.add(record("mirage.", RecordType.SOA, "ns1 admin 1 7200 900 1209600 300"));
        records.add(record("mirage.", RecordType.NS, "ns1.mirage."));
        records.add(record("ns1.mirage.", RecordType.A, "127.0.0.1"));
        write("root.pem", ROOT.identity().pem());
        resolvers("127.0.0.1");
    }

    /// Lets the system know these resolvers.
    void resolvers(String... addresses) throws IOException {
        var lines = new StringBuilder("# nothing\nnameserver fe80::bad::\n");
        for (var address : addresses) {
            lines.append("nameserver ").append(address).append('\n');
        }
        write("resolv.conf", lines.toString());
    }

    private static ResourceRecord record(String owner, RecordType type, String data) {
        return ResourceRecord.of(owner, 3600, type, data);
    }

    void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /// {@return the names of the files in the folder, sorted}
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    Fetching with(String owner, RecordType type, String data) {
        records.add(record(owner, type, data));
        return this;
    }

    Fetching with(RecordData data) {
        records.add(new ResourceRecord(DomainName.of(OWNER), new Ttl(3600), data));
        return this;
    }

    Fetching withLeaf(Identity leaf) {
        return with(TlsaRole.LEAF.data(leaf.der()));
    }

    Fetching withAuthority(TestAuthority authority) {
        return with(TlsaRole.AUTHORITY.data(authority.identity().der()));
    }

    /// {@return a leaf for the host, in the DNS with its whole chain}
    Identity issued() {
        var leaf = INTERMEDIATE.leaf("foo.mirage");
        withAuthority(ROOT).withLeaf(leaf).withAuthority(INTERMEDIATE);
        return leaf;
    }

    /// Stores the private key of a leaf.
    void writeKey(String file, Identity leaf) throws IOException {
        var base64 = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8));
        write(
                file,
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                        .formatted(base64.encodeToString(leaf.keys().getPrivate().getEncoded())));
    }

    /// Runs the command; `PORT` in its arguments is the server's.
    CommandRun run(String... arguments) throws IOException {
        var zone = Zone.of(DomainName.of("mirage."), records);
        try (var server = NameServer.builder().zone(zone).start()) {
            return runAt(server.port(), arguments);
        }
    }

    /// Runs the command against whatever listens at a port.
    CommandRun runAt(int port, String... arguments) {
        var known =
                Stream.of(arguments)
                        .map(word -> word.replace("PORT", Integer.toString(port)))
                        .toArray(String[]::new);
        return CommandRun.of(new OtlsaFetchCommand(folder.resolve("resolv.conf")), world(), known);
    }

    private World world() {
        return World.real()
                .withDirectory(folder)
                .withEnvironment(Map.of())
                .withClock(() -> TestAuthority.NOW);
    }
}
