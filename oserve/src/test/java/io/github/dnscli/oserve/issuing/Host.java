package io.github.dnscli.oserve.issuing;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.Pause;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.ocertify.OcertifyCommand;
import io.github.dnscli.otlsafetch.OtlsaFetchCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/// A host that wants certificates: a folder for its files, which has the root to trust in `root.pem`, and a key for its
/// updates. It is impatient: its pauses are short, however long `ocertify` wants them.
///
/// @param folder holds its files
/// @param server the name server it speaks to
/// @param key the name of its key
record Host(Path folder, ServerAddress server, String key) {

    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Pause SHORT = _ -> LockSupport.parkNanos(PAUSE.toNanos());

    /// {@return what came of asking for a certificate, and waiting for it}
    CommandRun certify(String name, String... more) {
        return certify(List.of("--wait", "3h"), name, more);
    }

    /// {@return what will have come of asking for a certificate, and waiting for it}; the threads that all share are left to
    /// others, who are waited for here
    CompletableFuture<CommandRun> certifying(String name, String... more) {
        return CompletableFuture.supplyAsync(
                () -> certify(name, more), task -> Thread.ofVirtual().start(task));
    }

    /// {@return what came of asking for a certificate without waiting}
    CommandRun request(String name, String... more) {
        return certify(List.of("--wait", "0s"), name, more);
    }

    private CommandRun certify(List<String> wait, String name, String... more) {
        var arguments = new ArrayList<>(wait);
        arguments.addAll(List.of("--dns-key", Keys.option(key), "--ca", "root.pem"));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of(at(), name));
        return CommandRun.of(new OcertifyCommand(), world(), arguments.toArray(String[]::new));
    }

    /// {@return what came of fetching the certificate of a name for the key of the same name}
    CommandRun fetch(String name, String... more) {
        return fetchFor(name, name, more);
    }

    /// {@return what came of fetching the certificate of one name for the key of another}
    CommandRun fetchFor(String name, String keyOf, String... more) {
        var arguments = new ArrayList<>(List.of("--ca", "root.pem", "--key", keyOf + ".key"));
        arguments.addAll(List.of("-o", "fetched-" + name + ".pem"));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of(name, at()));
        return CommandRun.of(new OtlsaFetchCommand(), world(), arguments.toArray(String[]::new));
    }

    /// {@return the chain that was fetched of a name}
    String fetched(String name) throws IOException {
        return Files.readString(folder.resolve("fetched-" + name + ".pem"));
    }

    private String at() {
        return server.address().getHostAddress() + "#" + server.port();
    }

    private World world() {
        return World.real().withDirectory(folder).withEnvironment(Map.of()).withPause(SHORT);
    }
}
