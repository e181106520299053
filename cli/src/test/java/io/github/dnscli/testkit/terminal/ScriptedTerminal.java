package io.github.dnscli.testkit.terminal;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Terminals;
import io.github.dnscli.cli.World;
import io.github.dnscli.cli.progress.Drawing;
import io.github.dnscli.cli.progress.Screen;
import io.github.dnscli.common.transport.Conversation;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A terminal whose clock stands still until a test lets time pass, and that keeps all that was written to it. What empties
/// a line is written `⌫` on it, and what moves the cursor up `↑`.
public final class ScriptedTerminal implements Drawing, Screen {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Set<Runnable> ticks = new LinkedHashSet<>();
    private Instant now;
    private int columns = 80;

    /// Makes one whose clock stands somewhere.
    public ScriptedTerminal() {
        this(Instant.EPOCH);
    }

    /// Makes one whose clock stands there.
    public ScriptedTerminal(Instant now) {
        this.now = now;
    }

    /// {@return a world in which time passes on this terminal only, and no server answers}
    public World world() {
        return World.real()
                .withEnvironment(Map.of("TERM", "scripted"))
                .withClock(() -> now)
                .withPause(this::pass)
                .withTransport(silent());
    }

    /// {@return a console on this terminal, both streams of which go to it}
    public Console console(String tool) {
        return Console.of(tool, written, written, new Terminals(true, true)).drawing(this);
    }

    /// {@return all that a run of a command leaves on the terminal}
    public String run(Command command, World world, String... arguments) {
        Launcher.launch(command, List.of(arguments), world, console(command.spec().name()));
        return text();
    }

    /// {@return all that was written to it}
    public String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    /// Lets time pass, second by second.
    public void pass(Duration time) {
        for (var left = time; left.isPositive(); left = left.minus(SECOND)) {
            now = now.plus(left.compareTo(SECOND) < 0 ? left : SECOND);
            List.copyOf(ticks).forEach(Runnable::run);
        }
    }

    /// Makes it wider or narrower.
    public void resize(int width) {
        columns = width;
    }

    /// {@return servers that take all their time, and then do not answer}
    public Transport silent() {
        return this::silence;
    }

    private Conversation silence(ServerAddress server, Duration timeout) {
        return new Conversation() {
            @Override
            public byte[] ask(byte[] request) throws IOException {
                pass(timeout);
                throw new IOException(server + ": no reply");
            }

            @Override
            public byte[] next() {
                throw new IllegalStateException("nothing came");
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Optional<Screen> screen() {
        return Optional.of(this);
    }

    @Override
    public Ticking ticking(Runnable tick) {
        ticks.add(tick);
        return () -> ticks.remove(tick);
    }

    @Override
    public void atExit(Runnable last) {}

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public String emptyLine() {
        return "⌫";
    }

    @Override
    public String lineUp() {
        return "↑";
    }

    @Override
    public int width(String text) {
        return text.length();
    }

    @Override
    public String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width);
    }
}
