package io.github.dnscli.osh.context;

import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// What changes while somebody works in the shell. The thread that runs commands changes it, another one looks.
public final class Session {

    private final World start;
    private final Supplier<InputStream> input;
    private final Map<String, String> variables = new HashMap<>();
    private final Set<DomainName> zones = new LinkedHashSet<>();
    private Context context = Context.NONE;
    private Path directory;
    private boolean ended;

    /// Begins in the folder of a world, whose standard input all commands share.
    public Session(World start) {
        this(start, start::input);
    }

    /// Begins in the folder of a world.
    ///
    /// @param input gives each command a standard input
    public Session(World start, Supplier<InputStream> input) {
        this.start = start;
        this.input = input;
        this.directory = start.directory();
    }

    /// {@return what commands are about}
    public synchronized Context context() {
        return context;
    }

    /// Works on something else from now on.
    public synchronized void use(Context other) {
        context = other;
        other.zone().ifPresent(zones::add);
    }

    /// {@return the zones that were in use, in the order in which they were met}
    public synchronized List<DomainName> zones() {
        return List.copyOf(zones);
    }

    /// Keeps a secret where commands find it and nobody else does.
    ///
    /// @param variable the variable of the environment that commands shall see it in
    public synchronized void keep(String variable, String secret) {
        variables.put(variable, secret);
    }

    /// {@return the folder that names of files are relative to}
    public synchronized Path directory() {
        return directory;
    }

    /// Goes to another folder.
    public synchronized void go(Path other) {
        directory = other;
    }

    /// Ends the shell after this command.
    public synchronized void end() {
        ended = true;
    }

    /// {@return whether the shell shall end}
    public synchronized boolean hasEnded() {
        return ended;
    }

    /// {@return what a command sees of the machine}
    public synchronized World world() {
        var environment = new HashMap<>(start.environment());
        environment.putAll(variables);
        return start.withDirectory(directory).withEnvironment(environment).withInput(input.get());
    }

    /// {@return a variable of the environment, if it is set and not empty}
    public Optional<String> variable(String name) {
        return Optional.ofNullable(start.environment().get(name)).filter(text -> !text.isEmpty());
    }
}
