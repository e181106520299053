package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.PollingCertifier;
import io.github.dnscli.certifier.PollingEvent;
import io.github.dnscli.certifier.own.OpenedAuthority;
import io.github.dnscli.certifier.own.PrivateAuthority;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A certifier at work.
final class CertifierService {

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

    private ExitStatus run(PrivateAuthority authority) {
        var server =
                new PrimaryServer(
                        world.transport(),
                        options.server(),
                        options.key(),
                        options.timeout(),
                        world.clock(),
                        world.random());
        var certifier =
                new PollingCertifier(
                        options.zones(), options.interval(), server, authority, log::happened);
        log.watching(options, authority);
        return options.stay() ? forever(certifier) : once(certifier);
    }

    private ExitStatus forever(PollingCertifier certifier) {
        try {
            while (true) {
                certifier.pass();
                world.pause().pause(options.interval());
            }
        } catch (InterruptedIOException _) {
            return ExitStatus.YES;
        }
    }

    /// What was written is looked at again: further requests in the same place had to wait for it.
    private static ExitStatus once(PollingCertifier certifier) {
        var all = new ArrayList<PollingEvent>();
        List<PollingEvent> events;
        do {
            events = certifier.pass();
            all.addAll(events);
        } while (events.stream().anyMatch(PollingEvent.Published.class::isInstance));
        return CertifierLog.status(all);
    }
}
