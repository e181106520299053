package io.github.dnscli.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README shows, typed into a shell; a line `…` in its output stands for anything.
class ReadmeIT {

    private static final Path README = Path.of(System.getProperty("dnscli.root"), "README.md");
    private static final Pattern CONSOLE = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
    private static final String PORT = "5300";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// A command of the README and what it is shown to print.
    private record Step(String line, List<String> output) {}

    @TempDir private Path folder;

    @Test
    void showsWhatHappens() throws Exception {
        Peer.OPENSSL.require();
        String port = Integer.toString(FreePort.any());
        try (var shell = new Session(folder)) {
            prepare(shell);
            for (var step : steps(Files.readString(README).replace(PORT, port))) {
                if (step.line().endsWith(" &")) {
                    shell.start(step.line().substring(0, step.line().length() - 2));
                } else {
                    see(shell, step);
                }
            }
        }
    }

    /// A server pushes in the background: git is asked until it has what is shown.
    private static void see(Session shell, Step step) throws IOException, InterruptedException {
        String expected = pattern(step.output());
        var end = Instant.now().plus(PATIENCE);
        String seen = shell.succeed(step.line());
        while (step.line().startsWith("git ")
                && !seen.matches(expected)
                && Instant.now().isBefore(end)) {
            seen = shell.succeed(step.line());
        }
        assertThat(seen).as(step.line()).matches(expected);
    }

    private static void prepare(Session shell) throws IOException, InterruptedException {
        shell.succeed("git init -q --bare -b main zones.git && git clone -q zones.git zones");
        var lines = new ArrayList<String>();
        for (String part : List.of("operator", "webhost", "certifier")) {
            String name = part + "._update.example.test";
            String secret =
                    Base64.getEncoder()
                            .encodeToString(
                                    (part + "-secret-of-32-octets-or-more")
                                            .getBytes(StandardCharsets.UTF_8));
            shell.writeSecret(part + ".key", name + ":SHA256:" + secret + "\n");
            lines.add(name + ". DNSKEY 0 3 163 " + secret);
        }
        shell.writeSecret("zones/example.test._keys", String.join("\n", lines) + "\n");
        var zone = steps(Files.readString(README)).getFirst();
        assertThat(zone.line()).isEqualTo("cat zones/example.test");
        shell.write("zones/example.test", String.join("\n", zone.output()) + "\n");
        shell.succeed("git -C zones add . && git -C zones commit -qm zones");
    }

    private static List<Step> steps(String readme) {
        var session = CONSOLE.matcher(readme);
        assertThat(session.find()).isTrue();
        var steps = new ArrayList<Step>();
        for (String line : session.group(1).lines().toList()) {
            if (line.startsWith("$ ")) {
                steps.add(new Step(line.substring(2), new ArrayList<>()));
            } else {
                steps.getLast().output().add(line);
            }
        }
        return steps;
    }

    private static String pattern(List<String> output) {
        var pattern = new StringBuilder("(?s)");
        for (String line : output) {
            pattern.append(line.equals("…") ? ".*" : Pattern.quote(line + "\n"));
        }
        return pattern.toString();
    }
}
