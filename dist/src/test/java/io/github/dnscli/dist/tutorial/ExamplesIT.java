package io.github.dnscli.dist.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.dist.installed.Session;
import io.github.dnscli.dist.installed.Tool;
import io.github.dnscli.dist.program.Programs;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples of the manual pages: all are understood by the commands that they call, and all that need nothing of the
/// outside world are typed into a shell, in an order in which they make sense.
class ExamplesIT {

    private static final String CHECKS =
            """
            ozone example.com
            ozone zones
            ozone --zone-name example.com - < draft
            ozone --old current --max-delete 20% next
            ozone --install-hook
            ozone --staged --diff
            ozone --against origin/main --fix-serial date
            oserve check --remote git@git.example.com:zones.git#main
            oserve check @/etc/oserve/primary.options
            """;

    /// Each goes on while those below are typed.
    private static final String SERVERS =
            """
            oserve primary --zones /srv/zones --listen 127.0.0.1:5353
            oserve secondary --keys secondary.key --primary 192.0.2.1
            oserve primary @/etc/oserve/primary.options
            oserve certifier --server 192.0.2.53 --key @certifier.key --zone example.com --ca private --state /var/lib/certifier
            oserve primary --zones /srv/zones --grant certbot:update:example.com
            oserve primary --zones /srv/zones --grant 'test update _acme-challenge.* types TXT'
            oserve secondary --primary 192.0.2.1 --primary 192.0.2.2 --zone example.com --zone example.org
            """;

    private static final String REQUESTS =
            """
            oserve status --state /var/lib/oserve
            onotify 192.0.2.1 example.com --key @notify.key
            onotify ns2.example.com example.com
            oupdate 192.0.2.1 @update.key home.example.com 198.51.100.7
            oupdate --ttl 1h ns1.example.com env:UPDATE_KEY home.example.com 2001:db8::7
            oserve certifier root --state /var/lib/certifier > root.pem
            ocertify --dns-key @update.key --additional example.com ns1.example.com www.example.com
            ocertify --additional example.com ns1.example.com www.example.com
            otlsa-fetch --key www.example.com.req www.example.com ns1.example.com
            osh -c 'use @192.0.2.1 key @update.key zone example.com' -c 'oupdate www 198.51.100.7' -c 'oupdate mail 198.51.100.8'
            osh moves.osh
            """;

    /// Typed when the certifier has ended.
    private static final String AFTERWARDS =
            """
            oserve certifier status --state /var/lib/certifier
            oserve certifier revoke www.example.com --reason key-compromise --state /var/lib/certifier
            oserve certifier crl --state /var/lib/certifier > /etc/nginx/crl.pem
            """;

    /// These want ssh or https, an authority of the world, the system's resolver, a device, or do not end.
    private static final String ELSEWHERE =
            """
            oserve primary --remote git@git.example.com:zones.git --ssh-key /etc/oserve/ssh --authenticator SHA256:FINGERPRINT
            oserve primary --remote https://git.example.com/dns/zones.git#live --remote-credentials /etc/oserve/token --key-command 'pass show dns/keys'
            oserve primary --remote git@git.example.com:zones.git --certifier --ca letsencrypt
            oserve secondary --keys 192.0.2.1.192.0.2.2._transfer.example.com:SHA256:BASE64
            oserve certifier --server 192.0.2.53 --key @certifier.key --ca letsencrypt --email hostmaster@example.com --state /var/lib/certifier
            oserve certifier --server 192.0.2.53 --key @certifier.key --ca letsencrypt --challenge-server 192.0.2.54 --challenge-key @acme.key --state /var/lib/certifier
            oserve certifier rollover --ca letsencrypt --state /var/lib/certifier
            oserve demo --stay
            ocertify --dns-key @update.key --no-key --csr device.csr ns1.example.com device.example.com
            otlsa-fetch --ca root.pem --on-change 'nginx -s reload' www.example.com
            """;

    /// The shell, and what is typed into it: it has tests of its own.
    private static final String TYPED =
            """
            osh
            dig @127.0.0.1#5300 www.example.com AAAA
            dig @127.0.0.1 -x 192.0.2.1
            ls
            ls -l -r --types A,AAAA
            zone show www.example.com
            zone edit
            zone apply --yes example.com.zone
            zone show
            zone save example.com.zone
            zone apply --dry-run example.com.zone
            watch
            watch _443._tcp.www TLSA
            """;

    private static final String SECRET = "kJJqipaQHQWqZL31Raar6uPnepGFIdtpjkXot9rv2xg=";

    private static final String ZONE =
            """
            $TTL 1h
            @    SOA  ns1 hostmaster 1 1d 2h 4w 1h
                 NS   ns1
            ns1  A    127.0.0.1
            www  A    192.0.2.80
            """;

    @TempDir private Path folder;

    static List<String> examples() {
        return Programs.ALL.stream()
                .flatMap(program -> examples(program.command()))
                .map(Manual.Example::commandLine)
                .distinct()
                .toList();
    }

    private static Stream<Manual.Example> examples(Command command) {
        return Stream.concat(
                command.manual().examples().stream(),
                command.subcommands().stream().flatMap(ExamplesIT::examples));
    }

    @Test
    void areAllHere() {
        assertThat(examples())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(CHECKS, SERVERS, REQUESTS, AFTERWARDS, ELSEWHERE, TYPED)
                                .flatMap(String::lines)
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void areUnderstood(String typed) throws Exception {
        String example = isOfTheShell(typed) ? "osh " + typed : typed;
        var program =
                Programs.ALL.stream()
                        .filter(one -> (example + " ").startsWith(one.name() + " "))
                        .findFirst()
                        .orElseThrow();
        String line = example.replaceFirst(" [|<>] .*", "").replace("FINGERPRINT", "A".repeat(43));
        var shell = new Tool(List.of(Peer.BASH.require().toString()), Map.of());
        String words =
                shell.run("-c", program.name() + "() { printf '%s\\n' \"$@\"; }; " + line).output();

        var parsed =
                Launcher.model(program.command())
                        .parseArgs(
                                words.lines()
                                        .filter(word -> !word.isEmpty() && !isForTheLauncher(word))
                                        .toArray(String[]::new));

        assertThat(parsed.unmatched()).isEmpty();
    }

    private static boolean isOfTheShell(String typed) {
        return TYPED.lines().skip(1).anyMatch(typed::equals);
    }

    /// The launcher reads these words itself: a file of options, and standard input.
    private static boolean isForTheLauncher(String word) {
        return word.equals("-") || word.startsWith("@") && word.endsWith(".options");
    }

    @Test
    void doAsTheySay() throws Exception {
        var here = new Surroundings(FreePort.any(), FreePort.any());
        try (var shell = new Session(folder)) {
            here.furnish(shell);
            for (var line : CHECKS.lines().toList()) {
                shell.succeed(here.line(line));
            }
            try (var servers = new Session(folder)) {
                for (var line : SERVERS.lines().toList()) {
                    servers.start(here.server(line));
                }
                for (var line : REQUESTS.lines().toList()) {
                    shell.succeed(here.line(line));
                }
            }
            for (var line : AFTERWARDS.lines().toList()) {
                shell.succeed(here.line(line));
            }
        }
    }

    /// Where the examples find servers and folders on this machine.
    ///
    /// @param primary the port of the primary
    /// @param secondary the port of the secondary
    private record Surroundings(int primary, int secondary) {

        String line(String example) {
            String line =
                    example.replaceAll("192\\.0\\.2\\.(1|2|53)(?= |$)", "127.0.0.1#" + primary)
                            .replaceAll("\\bns1\\.example\\.com\\b", "127.0.0.1#" + primary)
                            .replaceAll("\\bns2\\.example\\.com\\b", "127.0.0.1#" + secondary)
                            .replace("127.0.0.1:5353", "127.0.0.1:" + primary)
                            .replace("git@git.example.com:zones.git", "zones.git")
                            .replaceAll("/(etc/(oserve|nginx)|var/lib|srv)/", "");
            return "SSL_CERT_FILE=root.pem UPDATE_KEY=$(cat update.key) " + line;
        }

        /// {@return the line that starts a server, on an address of its own}
        String server(String example) {
            String line = line(example);
            if (example.contains("--listen") || example.contains("certifier")) {
                return "env " + line;
            }
            boolean named = example.contains("secondary.key");
            return "env " + line + " --listen 127.0.0.1:" + (named ? secondary : 0);
        }

        void furnish(Session shell) throws IOException, InterruptedException {
            shell.succeed("git init -q --bare -b main zones.git");
            shell.succeed("git init -q -b main . && git remote add origin zones.git");
            shell.write("example.com", ZONE);
            shell.succeed("git add example.com && git commit -qm zones && git push -q origin main");
            shell.write("example.com", ZONE + "new  A    192.0.2.81\n");
            shell.write("draft", ZONE);
            shell.write("current", ZONE);
            shell.write("next", ZONE.replace(" 1 1d", " 2 1d"));
            shell.write("zones/example.com", ZONE);
            shell.write("zones/example.org", ZONE);
            shell.write("moves.osh", "ozone next\n");
            shell.writeSecret("zones/_keys", "");
            for (var name : List.of("update", "certifier", "notify", "secondary")) {
                String right =
                        switch (name) {
                            case "notify" -> "_notify";
                            case "secondary" -> "_transfer";
                            default -> "_update";
                        };
                String key = name + "." + right + ".example.com:SHA256:" + SECRET + "\n";
                shell.writeSecret(name + ".key", key);
                shell.succeed("cat " + name + ".key >> zones/_keys");
            }
            shell.write(
                    "primary.options", "--remote zones.git#main --state oserve # of the host\n");
        }
    }
}
