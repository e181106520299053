package io.github.dnscli.osh;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.osh.complete.Completion;
import io.github.dnscli.osh.complete.Surroundings;
import io.github.dnscli.osh.context.Context;
import io.github.dnscli.osh.context.Session;
import io.github.dnscli.osh.history.Discretion;
import io.github.dnscli.osh.history.HistoryFile;
import io.github.dnscli.osh.history.Memory;
import io.github.dnscli.osh.names.KnownName;
import io.github.dnscli.osh.names.ZoneAtHand;
import io.github.dnscli.osh.run.Foreground;
import io.github.dnscli.osh.run.Interpreter;
import io.github.dnscli.osh.screen.Lines;
import io.github.dnscli.osh.screen.Screen;
import io.github.dnscli.osh.zone.Answers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Puts the parts of the shell together, for one of the places that lines come from.
///
/// @param world what the shell sees of the machine
/// @param console where it speaks
/// @param keepGoing whether a script goes on after a line that failed
record Start(World world, Console console, boolean keepGoing) {

    /// How long an interrupted command may take to end.
    private static final Duration GRACE = Duration.ofSeconds(5);

    int lines(List<String> lines) throws IOException {
        return script("the command line", world, lines.stream());
    }

    int file(String name) throws IOException {
        try (var text = Files.newBufferedReader(world.file(name))) {
            return script("'" + name + "'", world, text.lines());
        }
    }

    int input() throws IOException {
        boolean typed =
                Optional.ofNullable(System.console())
                        .filter(java.io.Console::isTerminal)
                        .isPresent();
        return typed ? interactive() : standardInput();
    }

    /// The commands of a script do not read what the shell reads.
    private int standardInput() throws IOException {
        var text = new BufferedReader(new InputStreamReader(world.input(), StandardCharsets.UTF_8));
        return script(
                "standard input", world.withInput(InputStream.nullInputStream()), text.lines());
    }

    private int script(String name, World seen, Stream<String> lines) throws IOException {
        var session = new Session(seen);
        var interpreter =
                new Interpreter(
                        Commands.of(session, List::of, Answers.NOBODY),
                        session,
                        new Foreground(GRACE),
                        console);
        try {
            return new Script(name, keepGoing).run(lines, interpreter, session, console);
        } catch (UncheckedIOException e) {
            throw new IOException(
                    "cannot read %s: %s"
                            .formatted(
                                    name, IoTrouble.describe(Objects.requireNonNull(e.getCause()))),
                    e);
        }
    }

    private int interactive() throws IOException {
        var foreground = new Foreground(GRACE);
        try (var screen = Screen.open(foreground::interrupt, foreground::giveUp)) {
            var drawing = screen.drawing();
            return interactive(
                    screen,
                    foreground,
                    drawing.isPresent() ? console.drawing(drawing.get()) : console);
        }
    }

    private int interactive(Screen screen, Foreground foreground, Console drawn) {
        var session = new Session(world, screen::input);
        var lines = new ArrayList<Lines>();
        var commands =
                Commands.of(
                        session,
                        () -> lines.stream().flatMap(one -> one.remembered().stream()).toList(),
                        screen::ask);
        var interpreter = new Interpreter(commands, session, foreground, drawn);
        var names = new ZoneAtHand(session);
        var memory =
                new Memory(
                        HistoryFile.of(world.environment()),
                        new Discretion(interpreter.usages()),
                        drawn);
        var completion = new Completion(interpreter.usages(), around(session, names, world));
        lines.add(screen.lines(completion, memory));
        return new Shell(lines.getFirst(), session, names, interpreter, drawn.isColored()).work();
    }

    private static Surroundings around(Session session, ZoneAtHand zones, World world) {
        return new Surroundings() {
            @Override
            public Context context() {
                return session.context();
            }

            @Override
            public List<DomainName> zones() {
                return zones.zones();
            }

            @Override
            public List<KnownName> names() {
                return zones.names();
            }

            @Override
            public Path folder() {
                return session.directory();
            }

            @Override
            public Set<String> variables() {
                return world.environment().keySet();
            }
        };
    }
}
