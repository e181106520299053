package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.KeyText;
import io.github.dnscli.common.key.ParsedKey;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.testkit.KnotServer;
import io.github.dnscli.testkit.NamedServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A zone that a server serves for a test, and the commands that are run on it.
///
/// @param server the server, closed with this
/// @param address where it listens
/// @param folder what commands see as their folder, and where they put temporary files
public record TestZone(Closeable server, ServerAddress address, Path folder) implements Closeable {

    /// The zone's name.
    public static final DomainName NAME = DomainName.of("example.test");

    /// A small zone.
    public static final String TEXT =
            """
            $TTL 3600
            @          SOA   ns hostmaster 7 3600 600 86400 300
            @          NS    ns
            @          MX    10 mail
            ns         A     127.0.0.1
            mail       A     192.0.2.1
            www   300  A     192.0.2.2
            www   300  A     192.0.2.3
            alias      CNAME www
            a.b.deep   TXT   "down here"
            """;

    /// The key that may do everything, as it stands on a command line.
    public static final String KEY =
            "k._update.example.test:SHA256:kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";

    static TsigKey key() {
        return switch (KeyText.parse(KEY)) {
            case ParsedKey.Valid(var key) -> key;
            case ParsedKey.Invalid(var problem) -> throw new AssertionError(problem);
        };
    }

    /// {@return the zone at our own server}
    public static TestZone ours(Path folder) throws IOException {
        return ours(TEXT, folder);
    }

    /// {@return a zone at our own server}
    public static TestZone ours(String text, Path folder) throws IOException {
        var server =
                NameServer.builder()
                        .zone(ZoneText.zone(NAME.display(), text))
                        .key(key())
                        .listen("127.0.0.1", 0)
                        .start();
        var address = new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), server.port());
        return new TestZone(server::close, address, folder);
    }

    static TestZone named(Path folder) throws IOException {
        var server = NamedServer.start(NAME, TEXT, key());
        return new TestZone(server::close, server.address(), folder);
    }

    static TestZone knot(Path folder) throws IOException {
        var server = KnotServer.start(NAME, TEXT, key());
        return new TestZone(server::close, server.address(), folder);
    }

    /// {@return a server by a word, for tests that are run with each}
    static TestZone at(String server, Path folder) throws IOException {
        return switch (server) {
            case "named" -> named(folder);
            case "knotd" -> knot(folder);
            default -> ours(folder);
        };
    }

    /// {@return the world that commands see}
    ///
    /// @param more environment variables
    public World world(Map<String, String> more) {
        var environment = new HashMap<>(more);
        environment.put("TMPDIR", folder.toString());
        return World.real().withDirectory(folder).withEnvironment(environment);
    }

    /// {@return what came of a command, the options that name zone and key added}
    public CommandRun run(Command command, String... arguments) {
        return run(command, Map.of(), arguments);
    }

    /// {@return what came of a command, the options that name zone and key added}
    public CommandRun run(Command command, Map<String, String> environment, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--server", address.toString(), "--zone", "example.test", "--key", KEY));
        return CommandRun.of(command, world(environment), all.toArray(String[]::new));
    }

    /// {@return a file in the folder}
    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    /// {@return the variables that make some lines of shell the editor, the file being `$1`}
    Map<String, String> editor(String lines) throws IOException {
        var script = file("editor.sh", "#!/bin/sh -e\n" + lines + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return Map.of("EDITOR", script.toString(), "PATH", System.getenv("PATH"));
    }

    private ServedZone served() {
        return new ServedZone(
                world(Map.of()), address, NAME, Optional.of(key()), Duration.ofSeconds(5));
    }

    /// {@return the zone as it is served now}
    public Zone now() throws IOException {
        return switch (served().fetch()) {
            case Fetched.Whole(var zone) -> zone;
            case Fetched.Denied(var reply) -> throw new AssertionError(reply.problem());
        };
    }

    /// {@return the data of a set, as text}
    public List<String> data(String name, String type) throws IOException {
        return now().records()
                .filter(record -> record.owner().equals(DomainName.of(name + ".example.test")))
                .filter(record -> record.type().toString().equals(type))
                .map(record -> record.ttl() + " " + record.data().text())
                .toList();
    }

    /// Has the server change the zone.
    public void update(Update update) throws IOException {
        if (!(served().ask(update) instanceof Reply.Accepted)) {
            throw new AssertionError("not updated");
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
