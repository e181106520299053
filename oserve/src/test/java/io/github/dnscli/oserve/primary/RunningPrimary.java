package io.github.dnscli.oserve.primary;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.Terminals;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Request;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.oserve.OserveCommand;
import io.github.dnscli.oserve.serving.Transcript;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// `oserve primary`, run within the test as the command line would, on a free port of the loopback address.
final class RunningPrimary implements AutoCloseable {

    static final DomainName KEY_NAME = DomainName.of("k._update.example.com");
    private static final byte[] SECRET = new byte[32];
    private static final Pattern LISTENING = Pattern.compile("listening on 127\\.0\\.0\\.1:(\\d+)");

    private final Transcript output = new Transcript();
    private final Transcript log = new Transcript();
    private final CompletableFuture<ExitStatus> status = new CompletableFuture<>();
    private final Thread thread;
    private final int port;

    private RunningPrimary(Path zones, List<String> more) {
        var arguments =
                new ArrayList<>(
                        List.of("primary", "--zones", zones.toString(), "--listen", "127.0.0.1:0"));
        arguments.addAll(more);
        var console = Console.of("oserve", output, log, Terminals.NONE);
        thread =
                Thread.ofVirtual()
                        .start(
                                () ->
                                        status.complete(
                                                Launcher.launch(
                                                        new OserveCommand(),
                                                        arguments,
                                                        World.real(),
                                                        console)));
        var match = LISTENING.matcher(output.await("listening on 127.0.0.1:"));
        if (!match.find()) {
            throw new AssertionError(output.text());
        }
        port = Integer.parseInt(match.group(1));
    }

    static RunningPrimary serving(Path zones, String... more) {
        return new RunningPrimary(zones, List.of(more));
    }

    static TsigKey key(DomainName name) {
        return new TsigKey(name, TsigAlgorithm.SHA256, SECRET);
    }

    /// {@return the key as dig and nsupdate take it}
    static String keyText(DomainName name) {
        return "hmac-sha256:" + name.display() + ":" + Base64.getEncoder().encodeToString(SECRET);
    }

    static void writeKey(Path zones, DomainName name) throws IOException {
        var file = zones.resolve("_keys");
        String secret = Base64.getEncoder().encodeToString(SECRET);
        Files.writeString(file, name + " DNSKEY 0 3 163 " + secret + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    int port() {
        return port;
    }

    Transcript output() {
        return output;
    }

    Transcript log() {
        return log;
    }

    Exchange open() throws IOException {
        return Exchange.open(
                Transport.TCP,
                new ServerAddress(InetAddress.getLoopbackAddress(), port),
                Duration.ofSeconds(20),
                InstantSource.system(),
                new Random());
    }

    Reply ask(Request request) throws IOException {
        try (var exchange = open()) {
            return exchange.ask(request);
        }
    }

    Reply askSigned(Request request) throws IOException {
        try (var exchange = open()) {
            return exchange.ask(request, key(KEY_NAME));
        }
    }

    /// Stops the server as an interrupted thread does.
    ExitStatus stop() {
        thread.interrupt();
        return status.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        stop();
    }
}
