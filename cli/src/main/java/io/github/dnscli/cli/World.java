package io.github.dnscli.cli;

import io.github.dnscli.common.transport.Transport;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/// All that a command may see of the machine. Tests make their own.
///
/// @param clock what time it is
/// @param random unpredictable numbers, for message ids
/// @param transport the way to name servers
/// @param pause the way to wait
/// @param directory what relative file names are relative to
/// @param environment the environment variables
/// @param input standard input
public record World(
        InstantSource clock,
        RandomGenerator random,
        Transport transport,
        Pause pause,
        Path directory,
        Map<String, String> environment,
        InputStream input) {

    /// Copies the environment.
    public World {
        environment = Map.copyOf(environment);
    }

    /// {@return the world of this process}
    public static World real() {
        // A generator for each number: the JDK's cryptographic providers take a good part of a
        // short run to set up,
        // and commands that need no number must not pay for it.
        return new World(
                InstantSource.system(),
                () -> new SecureRandom().nextLong(),
                Transport.TCP,
                Pause.sleeping(),
                Path.of(""),
                System.getenv(),
                System.in);
    }

    /// {@return the file that a name on the command line means}
    public Path file(String name) {
        return directory.resolve(name);
    }

    /// {@return this world at another time}
    public World withClock(InstantSource other) {
        return new World(other, random, transport, pause, directory, environment, input);
    }

    /// {@return this world with other randomness}
    public World withRandom(RandomGenerator other) {
        return new World(clock, other, transport, pause, directory, environment, input);
    }

    /// {@return this world with another way to name servers}
    public World withTransport(Transport other) {
        return new World(clock, random, other, pause, directory, environment, input);
    }

    /// {@return this world with another way to wait}
    public World withPause(Pause other) {
        return new World(clock, random, transport, other, directory, environment, input);
    }

    /// {@return this world seen from another folder}
    public World withDirectory(Path other) {
        return new World(clock, random, transport, pause, other, environment, input);
    }

    /// {@return this world with other environment variables}
    public World withEnvironment(Map<String, String> other) {
        return new World(clock, random, transport, pause, directory, other, input);
    }

    /// {@return this world with another standard input}
    public World withInput(InputStream other) {
        return new World(clock, random, transport, pause, directory, environment, other);
    }
}
