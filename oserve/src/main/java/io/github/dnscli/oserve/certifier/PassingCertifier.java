package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.Certifier;
import io.github.dnscli.certifier.CertifierEvent;
import io.github.dnscli.certifier.CertifierParts;
import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.policy.PlaceMap;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.certifier.state.StateStore;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.Count;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.oserve.log.CertifierWords;
import io.github.dnscli.oserve.log.Log;
import io.github.dnscli.oserve.log.LogEvent;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// A certifier that does what there is to do, or tells what that is, and ends.
final class PassingCertifier {

    /// More than four requests in one place get nothing, and each needs two looks: where there is no end, something is wrong.
    private static final int MOST_PASSES = 100;

    /// What an authority may take for an order, and a little more.
    private static final Duration LONGEST_PASS = Duration.ofMinutes(11);

    private final CertifierOptions options;
    private final World world;
    private final Log log;
    private final Verdict verdict = new Verdict();

    PassingCertifier(CertifierOptions options, World world, Log log) {
        this.options = options;
        this.world = world;
        this.log = log;
    }

    /// Does what there is to do.
    ///
    /// @throws IOException if the state cannot be used
    ExitStatus once() throws IOException {
        try (var _ = StateLock.take(options.state(), log);
                var failures = FailureCommand.of(options.issuing().onFailure(), world, log)) {
            var primary = primary();
            var zones = zones(primary);
            var authority = open(options.state(), zones, primary);
            log.write(WatchingCertifier.watching(options, authority));
            var written = new AtomicInteger();
            var parts =
                    parts(
                            zones,
                            primary,
                            authority,
                            options.state(),
                            event -> {
                                log.write(CertifierWords.of(event));
                                verdict.take(event);
                                failures.accept(event);
                                if (isChange(event)) {
                                    written.incrementAndGet();
                                }
                            });
            try (var certifier = new Certifier(parts, options.issuing().settings())) {
                passes(certifier, zones, written);
                certifier.standings().forEach(verdict::take);
            }
            verdict.unserved().forEach(log::write);
            return verdict.status();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /// What was written is looked at again: further requests in the same place had to wait for it.
    private void passes(Certifier certifier, ZoneLooks zones, AtomicInteger written)
            throws InterruptedException, IOException {
        look(zones);
        for (int passes = 0; passes < MOST_PASSES; passes++) {
            written.set(0);
            certifier.pass();
            if (!certifier.awaitQuiet(LONGEST_PASS)) {
                throw new IOException("the authority has not answered after ten minutes");
            }
            if (written.get() == 0) {
                return;
            }
            look(zones);
        }
    }

    /// Only what is written, or was overtaken by another, makes a place other than it was seen.
    private static boolean isChange(CertifierEvent event) {
        return event instanceof CertifierEvent.Published
                || event instanceof CertifierEvent.Overtaken;
    }

    private void look(ZoneLooks zones) {
        for (var look : zones.look()) {
            switch (look) {
                case ZoneLooks.Look.Same _ -> {
                    // Nothing to tell.
                }
                case ZoneLooks.Look.Read(var zone) -> log.write(read(zone));
                case ZoneLooks.Look.Failed(var zone, var trouble) -> {
                    verdict.take(trouble);
                    log.write(
                            LogEvent.error(
                                            "zone-not-read",
                                            "zone '%s' cannot be read: %s"
                                                    .formatted(zone.display(), trouble.problem()))
                                    .with("zone", zone.display())
                                    .with("problem", trouble.problem()));
                }
            }
        }
    }

    private static LogEvent read(Zone zone) {
        int requests =
                PlaceMap.EMPTY.next(List.of(zone)).places().stream()
                        .mapToInt(place -> place.asked().size())
                        .sum();
        String name = zone.origin().display();
        return LogEvent.info(
                        "zone-read",
                        "zone '%s' read: serial %s, %s"
                                .formatted(
                                        name,
                                        zone.serial().orElseThrow(),
                                        Count.of(requests, "signing request")))
                .with("zone", name);
    }

    /// Tells what there is to do. The state is read, and nothing is written there.
    ///
    /// @throws IOException if the state cannot be read
    ExitStatus trial(Console console) throws IOException {
        var state = TrialStore.on(options.state());
        var primary = primary();
        var zones = zones(primary);
        look(zones);
        var parts = parts(zones, primary, open(state, zones, primary), state, _ -> {});
        try (var certifier = new Certifier(parts, options.issuing().settings())) {
            certifier.trial().forEach(step -> console.answer(StepWords.of(step)));
        }
        return verdict.status();
    }

    private PrimaryServer primary() {
        return WatchingCertifier.primary(options.watch(), world);
    }

    private ZoneLooks zones(PrimaryServer primary) throws IOException {
        List<DomainName> named = options.watch().zones();
        return new ZoneLooks(primary, named.isEmpty() ? NamedZones.of(options.watch()) : named);
    }

    private CertificateAuthority open(StateStore state, ZoneLooks zones, PrimaryServer primary)
            throws IOException {
        return new Authorities(options.state(), state, world.clock())
                .open(options.issuing(), () -> RunningCertifier.names(zones), primary);
    }

    private static CertifierParts parts(
            ZoneLooks zones,
            PrimaryServer primary,
            CertificateAuthority authority,
            StateStore state,
            Consumer<CertifierEvent> listener) {
        return new CertifierParts(
                zones, primary, authority, state, primary.clock(), primary.random(), listener);
    }
}
