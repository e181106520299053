package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.Certifier;
import io.github.dnscli.certifier.CertifierParts;
import io.github.dnscli.certifier.CertifierSettings;
import io.github.dnscli.certifier.own.OpenedAuthority;
import io.github.dnscli.certifier.own.PrivateAuthority;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Set;

/// A certifier at work.
final class CertifierService {

    private static final Duration QUIET = Duration.ofMinutes(10);

    private final CertifierOptions options;
    private final World world;
    private final Console console;
    private final CertifierLog log;

    CertifierService(CertifierOptions options, World world, Console console) {
        this.options = options;
        this.world = world;
        this.console = console;
        this.log = new CertifierLog(console, world.clock(), options.stay());
    }

    /// Certifies, once or until the process is told to stop.
    ///
    /// @throws IOException if the state folder cannot be used
    ExitStatus run() throws IOException {
        return switch (AuthorityFolder.open(
                options.state(),
                options.lifetime(),
                () -> Set.copyOf(options.zones()),
                world.clock())) {
            case OpenedAuthority.Damaged(var problem) -> {
                console.error(problem + ", in '" + options.state() + "'");
                yield ExitStatus.UNKNOWN;
            }
            case OpenedAuthority.Opened(var authority) -> run(authority);
        };
    }

    private ExitStatus run(PrivateAuthority authority) throws IOException {
        var server =
                new PrimaryServer(
                        world.transport(),
                        options.server(),
                        options.key(),
                        options.timeout(),
                        world.clock(),
                        world.random());
        var zones = new PolledZones(options.zones(), options.interval(), server, log);
        var parts =
                new CertifierParts(
                        zones,
                        server,
                        authority,
                        new MemoryStore(),
                        world.clock(),
                        world.random(),
                        log::happened);
        try (var certifier = new Certifier(parts, CertifierSettings.DEFAULT)) {
            log.watching(options, authority);
            return options.stay() ? forever(zones, certifier) : once(zones, certifier);
        } catch (InterruptedException | InterruptedIOException _) {
            return ExitStatus.YES;
        }
    }

    private ExitStatus forever(PolledZones zones, Certifier certifier)
            throws InterruptedIOException, InterruptedException {
        while (true) {
            zones.poll();
            certifier.pass();
            certifier.awaitQuiet(QUIET);
            world.pause().pause(options.interval());
        }
    }

    /// What was written is looked at again: further requests in the same place had to wait for it.
    private ExitStatus once(PolledZones zones, Certifier certifier) throws InterruptedException {
        int written;
        do {
            written = log.written();
            zones.poll();
            certifier.pass();
            certifier.awaitQuiet(QUIET);
        } while (log.written() > written);
        return log.status();
    }
}
