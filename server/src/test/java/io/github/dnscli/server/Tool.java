package io.github.dnscli.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a query tool of others to its end, against a server on the loopback address.
///
/// @param status its exit status
/// @param output what it said
record Tool(int status, String output) {

    private static final int LIMIT_SECONDS = 60;

    /// Asks with dig or kdig, once.
    static Tool ask(Peer peer, int port, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(peer.require().toString());
        command.addAll(List.of("@127.0.0.1", "-p", Integer.toString(port), "+tcp", "+time=20"));
        command.add(peer == Peer.DIG ? "+tries=1" : "+retry=0");
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static Tool run(List<String> command) throws IOException {
        var log = Files.createTempFile("dnscli-tool", ".log");
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .as(command.toString())
                    .isTrue();
            return new Tool(process.exitValue(), Files.readString(log));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } finally {
            process.destroyForcibly();
            Files.delete(log);
        }
    }

    /// {@return a key as the tools want it, under an algorithm's name, which may ask for a cut signature}
    static String spell(String algorithm, TsigKey key) {
        return "%s:%s:%s"
                .formatted(
                        algorithm,
                        key.name().display(),
                        Base64.getEncoder().encodeToString(key.secret()));
    }

    /// {@return a key as the tools want it}
    static String spell(TsigKey key) {
        return spell(key.algorithm().dnsName().display(), key);
    }
}
