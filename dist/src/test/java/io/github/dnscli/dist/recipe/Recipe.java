package io.github.dnscli.dist.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Session;
import io.github.dnscli.dist.installed.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A page of `docs/recipes`, or a part of one, done as it says. Of its fenced blocks,
///
/// - one below a line that ends with a path in backquotes and a colon is that file, and is written; so is one with a path
///   behind its language;
/// - `console` is typed line by line, where `$ ` begins a command, `\` at its end continues it, and `&` leaves a server in
///   the background; it prints what follows, in which `…` stands for anything on a line, and alone for any lines. Where
///   no more than that follows, the command must succeed. A word before the `$` is a machine: a folder of that name;
/// - `sh` is typed as a whole and must succeed;
/// - any other is only shown.
public record Recipe(String text) {

    private static final Pattern BLOCK =
            Pattern.compile(
                    "(?ms)^(?<lead>[^\n]*)\n\n?```(?<kind>\\S*)(?: (?<path>\\S+))?\n(?<text>.*?)^```$");
    private static final Pattern FILE = Pattern.compile("`(?<path>[^`]+)`:$");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (?<name>.+)\n");

    private static final Pattern PROMPT = Pattern.compile("(?<machine>[a-z0-9]*)\\$ (?<line>.*)");
    private static final Pattern CONTINUED = Pattern.compile("\\\\\n *");

    /// Commands that only look, and so may look again until what was begun has come about.
    private static final Pattern LOOK =
            Pattern.compile(
                    "(cd \\S+ && )?(dig|kdig|curl|openssl s_client|cat|oserve (\\w+ )?status|git (-C \\S+ )?(log|pull))\\b.*");

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private sealed interface Step {}

    private record File(String path, String content) implements Step {}

    private record Script(String lines) implements Step {}

    /// A command and the lines it is shown to print.
    private record Line(String command, List<String> output) implements Step {}

    /// {@return a page, by its file name}
    static Recipe of(String page) throws IOException {
        return new Recipe(Files.readString(Sources.ROOT.resolve("docs/recipes").resolve(page)));
    }

    /// {@return the same recipe for another place: a folder, a port or an address instead of the one shown}
    public Recipe with(String shown, Object here) {
        assertThat(text).contains(shown);
        return new Recipe(text.replace(shown, here.toString()));
    }

    /// {@return what stands before the first heading of the second level}
    Recipe opening() {
        return new Recipe(HEADING.split(text, 2)[0]);
    }

    /// {@return what stands under a heading of the second level}
    Recipe part(String heading) {
        var headings = HEADING.matcher(text);
        while (headings.find()) {
            if (headings.group("name").equals(heading)) {
                int begin = headings.end();
                return new Recipe(
                        text.substring(begin, headings.find() ? headings.start() : text.length()));
            }
        }
        throw new AssertionError("no '## " + heading + "' in:\n" + text);
    }

    /// Does all of it, in order.
    public void follow(Session shell) throws Exception {
        assertThat(steps()).isNotEmpty();
        for (var step : steps()) {
            switch (step) {
                case File(String path, String content) -> write(shell, path, content);
                case Script(String lines) -> shell.succeed("set -e\n" + lines);
                case Line(String command, var output) -> type(shell, command, output);
            }
        }
    }

    private static void write(Session shell, String path, String content) throws IOException {
        assertThat(shell.file(path).normalize()).startsWithRaw(shell.file(""));
        shell.writeSecret(path, content);
        if (content.startsWith("#!")) {
            Files.setPosixFilePermissions(
                    shell.file(path), PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void type(Session shell, String command, List<String> output) throws Exception {
        if (command.endsWith(" &")) {
            shell.start(command.substring(0, command.length() - 2));
        } else if (output.stream().allMatch("…"::equals)) {
            shell.succeed(command);
        } else {
            see(shell, command, Pattern.compile(pattern(output), Pattern.DOTALL));
        }
    }

    private static void see(Session shell, String command, Pattern expected) throws Exception {
        var end = Instant.now().plus(PATIENCE);
        String seen = output(shell, command);
        while (LOOK.matcher(command).matches()
                && !expected.matcher(seen).matches()
                && Instant.now().isBefore(end)) {
            seen = output(shell, command);
        }
        assertThat(seen).as(command).matches(expected);
    }

    /// {@return what a command says, and to whom does not matter}
    private static String output(Session shell, String command) throws Exception {
        return shell.type("exec 2>&1\n" + command).output().replaceAll(" +\n", "\n");
    }

    /// {@return what matches lines as pages show them}
    public static String pattern(List<String> output) {
        return output.stream()
                .map(line -> line.equals("…") ? ".*" : pattern(line) + "\n")
                .collect(Collectors.joining());
    }

    /// {@return what matches a line, or the beginning of one, as pages show them}
    public static String pattern(String line) {
        return Pattern.compile("…")
                .splitAsStream(line)
                .map(Pattern::quote)
                .collect(Collectors.joining("[^\n]*", "", line.endsWith("…") ? "[^\n]*" : ""));
    }

    private List<Step> steps() {
        var steps = new ArrayList<Step>();
        var blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            var file = FILE.matcher(blocks.group("lead"));
            if (file.find()) {
                steps.add(new File(file.group("path"), blocks.group("text")));
            } else if (blocks.group("path") != null) {
                steps.add(new File(blocks.group("path"), blocks.group("text")));
            } else if (blocks.group("kind").equals("console")) {
                steps.addAll(lines(blocks.group("text")));
            } else if (blocks.group("kind").equals("sh")) {
                steps.add(new Script(blocks.group("text")));
            }
        }
        return steps;
    }

    private static List<Line> lines(String session) {
        var lines = new ArrayList<Line>();
        for (String line : CONTINUED.matcher(session).replaceAll(" ").lines().toList()) {
            var prompt = PROMPT.matcher(line);
            if (prompt.matches()) {
                lines.add(new Line(command(prompt), new ArrayList<>()));
            } else {
                lines.getLast().output().add(line);
            }
        }
        return lines;
    }

    private static String command(Matcher prompt) {
        String machine = prompt.group("machine");
        String line = prompt.group("line");
        return machine.isEmpty() ? line : "cd %s && %s".formatted(machine, line);
    }
}
