package io.github.dnscli.dist.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dnscli.dist.installed.Session;
import io.github.dnscli.dist.installed.Sources;
import io.github.dnscli.dist.recipe.Recipe;
import io.github.dnscli.testkit.FreePort;
import io.github.dnscli.testkit.Patience;
import io.github.dnscli.testkit.Tmux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What `docs/osh.md` shows, typed into a terminal: behind `⇥` the shell completes a word, `^C` and `^D` are keys, and what
/// stands behind `#` is what the operator adds in the editor.
@Timeout(120)
class OshIT {

    private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\n(.*?)^```$");
    private static final Pattern FILE = Pattern.compile("(?ms)^\\$ cat (\\S+)\n(.*?)^\\$ ");
    private static final String KEY = "operator._update.example.test";
    private static final String SECRET =
            Base64.getEncoder().encodeToString("a secret that guards nothing".getBytes(UTF_8));
    private static final String ZONE =
            """
            $TTL 3600
            @    SOA  ns1 hostmaster 1 7200 900 1209600 300
                 NS   ns1
            ns1  A    127.0.0.1
            www  A    192.0.2.1   ; the web server
            """;

    @TempDir private Path folder;
    private final List<String> seen = new ArrayList<>();

    @Test
    void thePageShowsWhatHappens() throws Exception {
        int port = FreePort.any();
        var page = Files.readString(Sources.ROOT.resolve("docs/osh.md")).replace("5300", "" + port);
        try (var shell = new Session(folder)) {
            prepare(shell);
            for (var file : FILE.matcher(page).results().toList()) {
                shell.write(file.group(1), file.group(2));
            }
            shell.start("oserve primary --zones zones --state served --listen 127.0.0.1:" + port);
            try (var terminal = terminal()) {
                for (var block : CONSOLE.matcher(page).results().toList()) {
                    for (var line : block.group(1).lines().toList()) {
                        follow(line, terminal);
                    }
                }
                await("$", terminal);
            }
        }
    }

    private static void prepare(Session shell) throws IOException {
        shell.writeSecret("operator.key", KEY + ":SHA256:" + SECRET + "\n");
        shell.write("zones/example.test", ZONE);
        shell.writeSecret("zones/example.test._keys", KEY + ". DNSKEY 0 3 163 " + SECRET + "\n");
        shell.write("editor", "cat additions >>\"$1\"\n");
    }

    private Tmux terminal() throws IOException {
        var environment =
                Map.of(
                        "HOME",
                        folder.toString(),
                        "XDG_STATE_HOME",
                        folder.resolve("state").toString(),
                        "EDITOR",
                        "sh editor",
                        "VISUAL",
                        "");
        var programs = Session.command("osh").getParent();
        return Tmux.start(
                folder, environment, "PATH='%s':\"$PATH\" PS1='$ ' sh".formatted(programs));
    }

    private void follow(String line, Tmux terminal) throws IOException {
        var known = TypedLine.of(line);
        if (known.isPresent()) {
            await(known.get().prompt(), terminal);
            type(known.get().typed(), terminal);
        } else if (line.equals("^C")) {
            await("", terminal);
            terminal.press("C-c");
        }
        seen.add(line.replace("⇥", "").replace("^D", "").stripTrailing());
    }

    private void type(String line, Tmux terminal) throws IOException {
        if (line.equals("^D")) {
            terminal.press("C-d");
            return;
        }
        int comment = line.indexOf(" # ");
        if (comment >= 0) {
            Files.writeString(folder.resolve("additions"), line.substring(comment + 3) + "\n");
        }
        String typed = "";
        for (var part : line.split("(?=⇥)")) {
            typed += part.replace("⇥", "");
            terminal.type(part.startsWith("⇥") ? complete(part, typed, terminal) : part);
        }
        terminal.press("Enter");
    }

    /// {@return what is typed behind a word, and the blank behind it, which the shell has completed}
    private static String complete(String part, String typed, Tmux terminal) throws IOException {
        int blank = part.indexOf(' ');
        String rest = blank < 0 ? "" : part.substring(blank + 1);
        terminal.complete(typed.substring(0, typed.length() - rest.length()).stripTrailing());
        return rest;
    }

    /// Waits until the terminal shows what the page does, and this behind it.
    private void await(String end, Tmux terminal) throws IOException {
        // Blank lines at the end are not shown.
        String newline = end.isEmpty() ? "\n" : "";
        var pattern =
                Pattern.compile(
                        (Recipe.pattern(seen) + Recipe.pattern(end.stripTrailing())),
                        Pattern.DOTALL);
        try {
            Patience.until(end, () -> pattern.matcher(shown(terminal) + newline).matches());
        } catch (AssertionError late) {
            throw new AssertionError(
                    "the page shows\n%s\n%s\nbut the terminal\n%s"
                            .formatted(String.join("\n", seen), end, shown(terminal)),
                    late);
        }
    }

    private static String shown(Tmux terminal) throws IOException {
        return terminal.screen().replaceAll(" +\n", "\n");
    }
}
