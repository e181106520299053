package io.github.dnscli.dist.cache;

import static java.io.File.pathSeparator;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.dist.file.FileTree;
import io.github.dnscli.dist.program.Family;
import io.github.dnscli.dist.program.Programs;
import io.github.dnscli.ozone.OzoneCommand;
import io.github.dnscli.server.NameServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The training run of an AOT cache: every program of a family, in the ways that people take often, on one zone.
final class Rehearsal {

    private static final DomainName ORIGIN = DomainName.of("example.org");
    private static final TsigKey KEY =
            new TsigKey(
                    DomainName.of("rehearsal._update.example.org"),
                    TsigAlgorithm.SHA256,
                    "a secret that guards nothing"
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));

    /// What zones of all days have: a run on one like it finds all its classes in the cache, and need not open the jar.
    private static final String ZONE =
            """
            $ORIGIN example.org.
            $TTL 3600
            @      SOA ns1 hostmaster 2026112201 3600 900 1209600 300
                   NS  ns1
                   MX  10 mail
                   TXT "v=spf1 mx -all"
                   CAA 0 issue "ca.example.net; validationmethods=dns-01"
                   HTTPS 1 . alpn=h2 ipv4hint=192.0.2.2
                   A   192.0.2.2
            _dmarc TXT "v=DMARC1; p=reject; rua=mailto:hostmaster@example.org"
            a._domainkey TXT "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
            ns1    A   192.0.2.1
                   AAAA 2001:db8::1
            mail   300 IN A 192.0.2.2
                   SSHFP 4 2 ( 0123456789abcdef0123456789abcdef
                     0123456789abcdef0123456789abcdef )
            www    CNAME mail
            *.apps CNAME mail
            _443._tcp.mail TLSA 3 1 1 ( 0123456789abcdef0123456789abcdef
                   0123456789abcdef0123456789abcdef )
            _submission._tcp SRV 0 1 587 mail
            west   NS  ns.west
                   DS  20326 13 2 ( 0123456789abcdef0123456789abcdef
                     0123456789abcdef0123456789abcdef )
            ns.west A  192.0.2.3
            1.2    PTR mail
            $GENERATE 1-3 lease-$ A 192.0.2.$
            """;

    /// The mistakes that people make.
    private static final String MISTAKES =
            """
            mail     CNAME www
            bad      A     1.2.3
            short    SRV   0 0
            typo     HOST  192.0.2.1
            odd_name A     192.0.2.9
            mail 60  A     192.0.2.2
            alias    CNAME nowhere
            backup   MX    10 gone
                     MX    10 192.0.2.1
            north    NS    ns.north
            www.example.com. A 192.0.2.1
            @        TXT   "not closed, and so long that all of it does not fit into a line of a terminal
            """;

    /// A change of the zone, as git tells it: whoever builds this need not have git.
    private static final String GIT =
            """
            #!/bin/sh
            for word; do
              case $word in
                rev-parse) echo; exit ;;
                diff) printf ':100644 100644 %040d %040d M\\000example.org\\000' 1 2; exit ;;
                grep) exit 1 ;;
                cat-file)
                  while read -r id; do
                    file=newer
                    case $id in *1) file=example.org ;; esac
                    printf '%s blob %d\\n' "$id" "$(wc -c <"$file")"
                    cat "$file"
                    echo
                  done
                  exit ;;
              esac
            done
            """;

    private static final String BROKEN = "broken/example.org";
    private static final int LARGE = 150_000;

    private final Path folder;
    private final String port;
    private final List<CommandRun> runs = new ArrayList<>();

    private Rehearsal(Path folder, int port) {
        this.folder = folder;
        this.port = Integer.toString(port);
    }

    /// {@return the processes of a rehearsal, in a folder where they find what they want}
    static List<Scene> scenes(Family family, Path folder) throws IOException {
        var whole = new Scene(List.of(Rehearsal.class.getName(), family.name()), ExitStatus.YES);
        return switch (family) {
            case GLANCE -> glances(folder);
            case CHECKER -> Stream.concat(Stream.of(whole), glances(folder).stream()).toList();
            case ZONES, CERTIFICATES, SHELL, SERVER -> List.of(whole);
        };
    }

    private static List<Scene> glances(Path folder) throws IOException {
        new Rehearsal(folder, 0).zoneFiles();
        return List.of(
                glance("", folder.resolve("example.org"), ExitStatus.YES),
                glance("12", folder.resolve("example.org"), ExitStatus.YES),
                glance("12", folder.resolve(BROKEN), ExitStatus.NO),
                glance("12", folder.resolve("nowhere"), ExitStatus.UNKNOWN));
    }

    /// The program itself, with and without a terminal: whatever leads to it would be learned, too.
    private static Scene glance(String terminals, Path zone, ExitStatus status) {
        return new Scene(
                List.of(
                        "-Ddnscli.terminals=" + terminals,
                        OzoneCommand.class.getName(),
                        zone.toString()),
                status);
    }

    /// Runs one family of programs. What they print and return does not matter here.
    ///
    /// @param arguments the name of the family
    public static void main(String[] arguments) throws IOException {
        var family = Family.valueOf(arguments[0]);
        var folder = Files.createTempDirectory("rehearsal");
        try {
            family.members().forEach(program -> introduce(program.command()));
            play(family, folder);
        } finally {
            FileTree.delete(folder);
        }
        // As oserve ends: the JDK asks its logging about each exit.
        System.exit(0);
    }

    private static void introduce(Command command) {
        for (var argument : List.of("--version", "--help", "--no-such-option")) {
            Launcher.run(command, argument);
        }
    }

    /// {@return what came of each run, in a folder that is left full of their files}
    static List<CommandRun> play(Family family, Path folder) throws IOException {
        return switch (family) {
            case CHECKER -> alone(folder, Rehearsal::checks);
            case GLANCE -> List.of(); // Its scenes are all there is to it.
            case ZONES -> besideAServer(folder, Rehearsal::changes);
            case CERTIFICATES, SERVER -> besideAServer(folder, Rehearsal::certificates);
            case SHELL -> besideAServer(folder, Rehearsal::everything);
        };
    }

    /// A part of the rehearsal.
    private interface Act {
        void play(Rehearsal rehearsal) throws IOException;
    }

    private static List<CommandRun> alone(Path folder, Act act) throws IOException {
        var rehearsal = new Rehearsal(folder, 0);
        rehearsal.files();
        act.play(rehearsal);
        return rehearsal.runs;
    }

    private static List<CommandRun> besideAServer(Path folder, Act act) throws IOException {
        try (var server =
                NameServer.builder().zone(zone()).key(KEY).listen("127.0.0.1", 0).start()) {
            var rehearsal = new Rehearsal(folder, server.port());
            rehearsal.files();
            act.play(rehearsal);
            return rehearsal.runs;
        }
    }

    private static Zone zone() {
        return Zone.of(
                ORIGIN,
                List.of(
                        ResourceRecord.of(
                                "example.org",
                                3600,
                                RecordType.SOA,
                                "ns1 admin 1 7200 900 1209600 300"),
                        ResourceRecord.of("example.org", 3600, RecordType.NS, "ns1.example.org."),
                        ResourceRecord.of("ns1.example.org", 3600, RecordType.A, "127.0.0.1")));
    }

    private void zoneFiles() throws IOException {
        Files.writeString(folder.resolve("example.org"), ZONE);
        Files.createDirectory(folder.resolve("broken"));
        Files.writeString(folder.resolve(BROKEN), ZONE + MISTAKES);
    }

    private void files() throws IOException {
        zoneFiles();
        String secret = Base64.getEncoder().encodeToString(KEY.secret());
        Files.writeString(folder.resolve("newer"), ZONE.replace("2026112201", "2026112202"));
        Files.writeString(folder.resolve("large"), large());
        Files.writeString(folder.resolve("git"), GIT);
        if (!folder.resolve("git").toFile().setExecutable(true)) {
            throw new IOException("cannot make a program of '" + folder.resolve("git") + "'");
        }
        Files.writeString(folder.resolve("key"), KEY.name() + ":SHA256:" + secret + "\n");
    }

    /// Large enough for the roads that only a large zone takes.
    private static String large() {
        var zone = new StringBuilder(ZONE);
        for (int i = 0; i < LARGE; i++) {
            zone.append("h%s A 192.0.2.%s\n MX 10 h%s\n MX 20 mail\n".formatted(i, i % 256, i))
                    .append("w%s CNAME h%s\n".formatted(i, i))
                    .append("s%s NS ns.s%s\nns.s%s AAAA 2001:db8::1\n".formatted(i, i, i));
        }
        return zone.toString();
    }

    private void checks() {
        run("ozone", "example.org");
        run("ozone", "--old", "example.org", "--zone-name", "example.org", "newer");
        run("ozone", "--zone-name", "example.org", BROKEN);
        run("ozone", "--zone-name", "example.org", "--format", "json", BROKEN);
        run("ozone", "--zone-name", "example.org", "large");
        run("ozone", "--staged");
    }

    private void everything() throws IOException {
        checks();
        changes();
        certificates();
    }

    private void changes() {
        run("onotify", "--key", "@key", "--port", port, "127.0.0.1", "example.org");
        run("oupdate", "--port", port, "127.0.0.1", "@key", "www.example.org", "192.0.2.7");
    }

    /// The road of a certificate, up and down.
    private void certificates() throws IOException {
        certifier(
                "--server",
                "127.0.0.1#" + port,
                "--key",
                "@key",
                "--zone",
                "example.org",
                "--ca",
                "private",
                "--once");
        run(
                "ocertify",
                "--dns-key",
                "@key",
                "--port",
                port,
                "--type",
                "p256",
                "--wait",
                "0s",
                "127.0.0.1",
                "www.example.org");
        certifier(
                "--server",
                "127.0.0.1#" + port,
                "--key",
                "@key",
                "--zone",
                "example.org",
                "--ca",
                "private",
                "--once");
        Files.writeString(folder.resolve("root.pem"), certifier("root").output());
        run(
                "ocertify",
                "--ca",
                "root.pem",
                "--port",
                port,
                "--wait",
                "0s",
                "127.0.0.1",
                "www.example.org");
        run(
                "otlsa-fetch",
                "--ca",
                "root.pem",
                "--port",
                port,
                "-o",
                "fetched.pem",
                "www.example.org",
                "127.0.0.1");
    }

    private CommandRun certifier(String... arguments) {
        var line = new ArrayList<>(List.of("certifier"));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--state", "state"));
        return run("oserve", line.toArray(String[]::new));
    }

    private CommandRun run(String name, String... arguments) {
        var world = World.real().withDirectory(folder).withEnvironment(environment());
        var run = CommandRun.of(command(name), world, arguments);
        runs.add(run);
        return run;
    }

    private Map<String, String> environment() {
        var environment = new HashMap<>(System.getenv());
        environment.merge("PATH", folder.toString(), (path, here) -> here + pathSeparator + path);
        return environment;
    }

    private static Command command(String name) {
        return Programs.ALL.stream()
                .filter(program -> program.name().equals(name))
                .findFirst()
                .orElseThrow()
                .command();
    }
}
