package io.github.dnscli.oserve.serving;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.regex.Pattern;

/// One of the servers of `oserve`, run within the test as the command line would.
public final class RunningServer implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("listening on (127\\.[0-9.]+):(\\d+)");

    private final RunningCommand command;
    private final ServerAddress address;

    private RunningServer(String... arguments) {
        command = new RunningCommand(World.real(), arguments);
        var match = LISTENING.matcher(listening());
        if (!match.find()) {
            throw new AssertionError(output().text() + log().text());
        }
        address =
                new ServerAddress(
                        InetAddress.ofLiteral(match.group(1)), Integer.parseInt(match.group(2)));
    }

    private String listening() {
        try {
            return output().await("listening on 127.");
        } catch (AssertionError silent) {
            throw new AssertionError(silent.getMessage() + log().text(), silent);
        }
    }

    /// {@return a server that listens}
    ///
    /// @param arguments what stands behind `oserve` on the command line
    public static RunningServer of(String... arguments) {
        return new RunningServer(arguments);
    }

    /// {@return where it listens}
    public ServerAddress address() {
        return address;
    }

    /// {@return what it says on standard output}
    public Transcript output() {
        return command.output();
    }

    /// {@return what it says on standard error}
    public Transcript log() {
        return command.log();
    }

    /// {@return what it answers}
    public Reply ask(DomainName name, RecordType type) throws IOException {
        try (var exchange =
                Exchange.open(
                        Transport.TCP,
                        address,
                        Duration.ofSeconds(20),
                        InstantSource.system(),
                        new Random())) {
            return exchange.ask(Query.of(name, type));
        }
    }

    /// Stops the server as an interrupted thread does.
    public ExitStatus stop() {
        return command.stop();
    }

    @Override
    public void close() {
        stop();
    }
}
