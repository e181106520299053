package io.github.dnscli.osh.run;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Priority;
import io.github.dnscli.cli.Spelling;
import io.github.dnscli.cli.usage.Usage;
import io.github.dnscli.osh.context.Session;
import io.github.dnscli.osh.reading.Filling;
import io.github.dnscli.osh.words.CommandText;
import io.github.dnscli.osh.words.Word;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Does what a line says.
public final class Interpreter {

    /// What a shell ends with when somebody interrupts it: 128 and the number of the signal.
    public static final int INTERRUPTED = 130;

    /// How each is said to `use`.
    private static final Map<String, String> WAYS =
            Map.of("SERVER", "@SERVER", "KEY", "key KEY", "ZONE", "zone ZONE");

    private final SequencedMap<String, Command> commands = new LinkedHashMap<>();
    private final SequencedMap<String, Usage> usages = new LinkedHashMap<>();
    private final Session session;
    private final Foreground foreground;
    private final Console console;

    /// Begins without having run anything.
    ///
    /// @param commands what there is
    /// @param console where to speak
    public Interpreter(
            List<Command> commands, Session session, Foreground foreground, Console console) {
        for (var command : commands) {
            var usage = Usage.of(command);
            this.commands.put(usage.name(), command);
            this.usages.put(usage.name(), usage);
        }
        this.session = session;
        this.foreground = foreground;
        this.console = console;
    }

    /// {@return what can be said to each command, by name}
    public SequencedMap<String, Usage> usages() {
        return usages;
    }

    /// {@return the status of the first command of a line that failed, or 0; the commands after it are not run}
    public int run(String line) {
        var text = CommandText.of(line);
        if (text.problem().isPresent()) {
            console.error(text.problem().get().toString());
            return ExitStatus.USAGE.code();
        }
        int status = ExitStatus.YES.code();
        for (var command : text.commands()) {
            if (status == ExitStatus.YES.code() && !session.hasEnded()) {
                status = run(command.stream().map(Word::text).toList());
            }
        }
        return status;
    }

    private int run(List<String> words) {
        String name = words.getFirst();
        var command = commands.get(name);
        var usage = usages.get(name);
        if (command == null || usage == null) {
            return unknown(name);
        }
        var world = session.world();
        var filled =
                Filling.fill(
                        usage,
                        words.subList(1, words.size()),
                        session.context(),
                        file -> Files.isRegularFile(world.file(file)));
        if (!filled.missing().isEmpty()) {
            return incomplete(name, filled.missing());
        }
        tell(name, filled);
        return status(name, foreground.run(name, command, filled.words(), world, console));
    }

    private int unknown(String name) {
        console.error("there is no command '" + name + "'");
        Spelling.closest(name, commands.keySet())
                .ifPresentOrElse(
                        close -> console.hint("did you mean '" + close + "'?"),
                        () -> console.hint("'help' shows what there is"));
        return ExitStatus.USAGE.code();
    }

    private int incomplete(String name, List<String> missing) {
        var through = console.speakingAs(name, stream -> stream, stream -> stream);
        through.error(
                "missing %s: not on the line, and not in use"
                        .formatted(String.join(", ", missing)));
        through.hint(
                missing.stream()
                        .map(label -> "'use %s'".formatted(WAYS.getOrDefault(label, label)))
                        .collect(Collectors.joining(", ", "try ", "")));
        return ExitStatus.USAGE.code();
    }

    private void tell(String name, Filling.Filled filled) {
        if (filled.isVerbose()) {
            filled.added().forEach(word -> say(name, "in use: " + word));
            filled.completed().forEach(word -> say(name, "in full: " + word));
        }
    }

    private void say(String name, String message) {
        console.line(Priority.INFO, name + ": info: " + message);
    }

    private int status(String name, Foreground.Outcome outcome) {
        return switch (outcome) {
            case Foreground.Outcome.Ended(var status) -> status.code();
            case Foreground.Outcome.Interrupted(var left) -> {
                // The terminal has shown '^C'.
                console.line(Priority.INFO, "");
                if (left) {
                    console.warning("'" + name + "' does not end, and goes on unheard");
                }
                yield INTERRUPTED;
            }
        };
    }
}
