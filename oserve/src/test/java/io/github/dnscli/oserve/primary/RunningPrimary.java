package io.github.dnscli.oserve.primary;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Request;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.oserve.serving.RunningServer;
import io.github.dnscli.oserve.serving.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;

/// `oserve primary`, run within the test as the command line would, on a free port of the loopback address.
final class RunningPrimary implements AutoCloseable {

    static final DomainName KEY_NAME = DomainName.of("k._update.example.com");
    private static final byte[] SECRET = new byte[32];

    private final RunningServer server;

    private RunningPrimary(List<String> options) {
        var arguments = new ArrayList<>(List.of("primary", "--listen", "127.0.0.1:0"));
        arguments.addAll(options);
        server = RunningServer.of(arguments.toArray(String[]::new));
    }

    static RunningPrimary serving(Path zones, String... more) {
        var options = new ArrayList<>(List.of("--zones", zones.toString()));
        options.addAll(List.of(more));
        return with(options);
    }

    /// {@return the server that these options make}
    static RunningPrimary with(List<String> options) {
        return new RunningPrimary(options);
    }

    static TsigKey key(DomainName name) {
        return new TsigKey(name, TsigAlgorithm.SHA256, SECRET);
    }

    /// {@return the key as dig and nsupdate take it}
    static String keyText(DomainName name) {
        return "hmac-sha256:" + name.display() + ":" + secret();
    }

    /// {@return the secret of all keys}
    static String secret() {
        return Base64.getEncoder().encodeToString(SECRET);
    }

    /// {@return the key as a key file has it}
    static String keyRecord(DomainName name) {
        return name + " DNSKEY 0 3 163 " + secret() + "\n";
    }

    static void writeKey(Path zones, DomainName name) throws IOException {
        var file = zones.resolve("_keys");
        Files.writeString(file, keyRecord(name));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    int port() {
        return address().port();
    }

    ServerAddress address() {
        return server.address();
    }

    /// {@return what it answers}
    Answers answers() {
        return new Answers(address());
    }

    Transcript output() {
        return server.output();
    }

    Transcript log() {
        return server.log();
    }

    Exchange open() throws IOException {
        return Exchange.open(
                Transport.TCP,
                address(),
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
        return server.stop();
    }

    @Override
    public void close() {
        stop();
    }
}
