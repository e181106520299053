package io.github.dnscli.oserve.issuing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.oserve.serving.RunningCommand;
import io.github.dnscli.oserve.serving.RunningServer;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.PebbleServer;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A zone on `oserve primary`, hosts that want certificates for names in it, and a certifier with an authority: one of its
/// own, unless another is named.
final class Town implements AutoCloseable {

    static final String ZONE = "example.com";
    static final String CERTIFIER = "certifier._update." + ZONE;
    static final String EVERYBODY = "host._update." + ZONE;

    private static final String HEAD =
            """
            $TTL 60
            @   SOA ns1 hostmaster 1 2h 30m 2w 5m
                NS  ns1
            ns1 A   127.0.0.1
            """;

    private final Path folder;
    private final RunningServer primary;
    private final List<String> authority;
    private final String root;
    private final String key;

    private Town(
            Path folder, RunningServer primary, List<String> authority, String root, String key) {
        this.folder = folder;
        this.primary = primary;
        this.authority = authority;
        this.root = root;
        this.key = key;
    }

    /// {@return a town whose primary is running}
    ///
    /// @param folder holds everything
    /// @param records more lines of the zone file
    /// @param keys names of keys that the primary knows besides the certifier's
    /// @param options more options of the primary
    static Town open(Path folder, String records, List<String> keys, String... options)
            throws IOException {
        var zones = Files.createDirectory(folder.resolve("zones"));
        Files.writeString(zones.resolve(ZONE), HEAD + records);
        var known = new ArrayList<>(keys);
        known.add(CERTIFIER);
        Keys.write(zones, known);
        var arguments = new ArrayList<>(List.of("primary", "--zones", zones.toString()));
        arguments.addAll(List.of("--no-notify"));
        arguments.addAll(List.of(options));
        if (!arguments.contains("--listen")) {
            arguments.addAll(List.of("--listen", "127.0.0.1:0"));
        }
        var primary = RunningServer.of(arguments.toArray(String[]::new));
        String root =
                CommandRun.of(
                                new OserveCommand(),
                                world(folder),
                                "certifier",
                                "root",
                                "--state",
                                "state")
                        .output();
        return new Town(folder, primary, List.of("--ca", "private"), root, CERTIFIER);
    }

    /// {@return the same town with another authority}
    ///
    /// @param options what the certifier is to know of it
    /// @param root its root certificate, in PEM form
    Town certifiedBy(List<String> options, String root) {
        return new Town(folder, primary, options, root, key);
    }

    /// {@return the same town with another key for the certifier}
    Town withCertifierKey(String other) {
        return new Town(folder, primary, authority, root, other);
    }

    /// {@return the same town with an authority that speaks ACME}
    ///
    /// @param more more that the certifier is to know
    Town certifiedBy(PebbleServer pebble, String... more) throws IOException {
        var options =
                new ArrayList<>(
                        List.of(
                                "--ca",
                                pebble.directory(),
                                "--ca-root",
                                pebble.httpsCertificate().toString()));
        options.addAll(List.of(more));
        return certifiedBy(options, Tools.pem(pebble.root()));
    }

    /// {@return a town in which one key may do everything}
    static Town open(Path folder) throws IOException {
        return open(folder, "", List.of(EVERYBODY));
    }

    /// {@return a town whose zone has a second name server, on the primary's port, which is told of changes}
    static Town withSecondary(Path folder, String address) throws IOException {
        String records = "@ NS ns2\nns2 A %s\n".formatted(address);
        int port = FreePort.any();
        return open(
                folder,
                records,
                List.of(EVERYBODY),
                "--axfr",
                "--notify",
                address + "#" + port,
                "--listen",
                "127.0.0.1:" + port);
    }

    ServerAddress server() {
        return primary.address();
    }

    /// {@return a host with files of its own}
    ///
    /// @param key the name of its key
    Host host(String name, String key) throws IOException {
        var files = Files.createDirectory(folder.resolve(name));
        Files.writeString(files.resolve("root.pem"), root);
        return new Host(files, server(), key);
    }

    /// {@return the root of the authority}
    String root() {
        return root;
    }

    /// {@return what came of doing all that there is to do}
    CommandRun certifyOnce(String... more) {
        var arguments = arguments(more);
        arguments.add("--once");
        return oserve(arguments.toArray(String[]::new));
    }

    /// {@return a certifier that answers until it is closed}
    RunningCommand certifier(String... more) {
        var arguments = arguments(more);
        arguments.addAll(List.of("--interval", "100ms"));
        return new RunningCommand(world(folder), arguments.toArray(String[]::new));
    }

    /// {@return a certifier as a process of its own}
    CertifierProcess certifierProcess() throws IOException {
        var arguments = arguments();
        arguments.addAll(List.of("--interval", "100ms"));
        return CertifierProcess.start(folder, arguments);
    }

    /// Takes everything away that stands at the place of a host.
    void withdraw(String host) throws IOException {
        var place = DomainName.of("_letsencrypt._tcp." + host);
        var update = Update.of(DomainName.of(ZONE)).deleteSet(place, RecordType.TLSA);
        try (var exchange =
                Exchange.open(
                        Transport.TCP,
                        server(),
                        Duration.ofSeconds(20),
                        InstantSource.system(),
                        new Random())) {
            assertThat(exchange.ask(update, Keys.key(EVERYBODY)))
                    .isInstanceOf(Reply.Accepted.class);
        }
    }

    /// {@return the serial of the zone}
    long serial() throws IOException {
        return Long.parseLong(dig(ZONE, "SOA").split(" ")[2]);
    }

    private String dig(String name, String type) throws IOException {
        return Tools.run(
                Peer.DIG,
                new byte[0],
                "+short",
                "+tcp",
                "@" + server().address().getHostAddress(),
                "-p",
                Integer.toString(server().port()),
                name,
                type);
    }

    private List<String> arguments(String... more) {
        var arguments = new ArrayList<>(List.of("certifier", "--server"));
        arguments.add("127.0.0.1#" + server().port());
        arguments.addAll(List.of("--key", Keys.option(key), "--zone", ZONE));
        arguments.addAll(List.of("--state", "state"));
        arguments.addAll(authority);
        arguments.addAll(List.of(more));
        return arguments;
    }

    private CommandRun oserve(String... arguments) {
        return CommandRun.of(new OserveCommand(), world(folder), arguments);
    }

    private static World world(Path folder) {
        return World.real().withDirectory(folder).withEnvironment(Map.of());
    }

    /// {@return what stands at the place of a host, read as the original reads it}
    OriginalPlace place(String host) throws IOException {
        return OriginalPlace.read(server(), host);
    }

    /// {@return the texts that stand where proofs for a name do}
    List<String> proofs(String name) throws IOException {
        return dig("_acme-challenge." + name, "TXT")
                .lines()
                .filter(line -> line.startsWith("\""))
                .toList();
    }

    @Override
    public void close() {
        assertThat(primary.stop()).isEqualTo(ExitStatus.YES);
    }
}
