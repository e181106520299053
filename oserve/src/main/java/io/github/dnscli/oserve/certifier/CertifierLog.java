package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certifier.CertifierEvent;
import io.github.dnscli.certifier.own.PrivateAuthority;
import io.github.dnscli.certifier.policy.PlaceMap;
import io.github.dnscli.certifier.primary.Trouble;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.DurationText;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.zone.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// The log of a certifier: one line for each thing that happened, fit for the journal.
final class CertifierLog implements PolledZones.Listener {

    private final Console console;
    private final InstantSource clock;
    private final boolean retries;
    private final Set<DomainName> readable = new HashSet<>();
    private final Set<ExitStatus> statuses = ConcurrentHashMap.newKeySet();
    private final AtomicInteger written = new AtomicInteger();

    /// Makes a log.
    ///
    /// @param retries whether what fails is tried again, and worth a word
    CertifierLog(Console console, InstantSource clock, boolean retries) {
        this.console = console;
        this.clock = clock;
        this.retries = retries;
    }

    void watching(CertifierOptions options, PrivateAuthority authority) {
        console.event(
                "watching %s at %s; certificates are issued by the %s"
                        .formatted(quoted(options.zones()), options.server(), authority));
    }

    @Override
    public void read(Zone zone) {
        long requests =
                PlaceMap.EMPTY.next(List.of(zone)).places().stream()
                        .mapToLong(place -> place.asked().size())
                        .sum();
        String line =
                "zone '%s' read: serial %s, %d signing request%s"
                        .formatted(
                                zone.origin().display(),
                                zone.serial().orElseThrow(),
                                requests,
                                requests == 1 ? "" : "s");
        if (readable.add(zone.origin())) {
            console.event(line);
        } else {
            console.info(line);
        }
    }

    @Override
    public void failed(DomainName zone, Trouble trouble, Instant retry) {
        readable.remove(zone);
        statuses.add(status(trouble));
        console.error(
                "zone '%s' cannot be read: %s%s"
                        .formatted(zone.display(), trouble.problem(), again(retry)));
    }

    void happened(CertifierEvent event) {
        switch (event) {
            case CertifierEvent.Refused(_, var places, var reason) -> {
                statuses.add(ExitStatus.NO);
                console.warning(
                        "signing request at %s is refused: %s".formatted(quoted(places), reason));
            }
            case CertifierEvent.Issued(var request, var leaf, _, var why) ->
                    console.event(
                            "issued certificate for %s (serial %s, until %s): %s"
                                    .formatted(names(request), serial(leaf), until(leaf), why));
            case CertifierEvent.NotIssued(var request, var failure, var retry) -> {
                statuses.add(ExitStatus.NO);
                console.error(
                        "no certificate for %s: %s%s"
                                .formatted(names(request), failure.problem(), again(retry)));
            }
            case CertifierEvent.Published(var request, _, var place) -> {
                written.incrementAndGet();
                console.event(
                        "certificate for %s written to '%s'"
                                .formatted(names(request), place.display()));
            }
            case CertifierEvent.NotPublished(var request, var place, var trouble, var retry) -> {
                statuses.add(status(trouble));
                console.error(
                        "certificate for %s is not written to '%s': %s%s"
                                .formatted(
                                        names(request),
                                        place.display(),
                                        trouble.problem(),
                                        again(retry)));
            }
            case CertifierEvent.LimitReached _,
                    CertifierEvent.Overtaken _,
                    CertifierEvent.Withdrawn _,
                    CertifierEvent.RevocationSeen _,
                    CertifierEvent.AdviceMoved _,
                    CertifierEvent.AdviceFailed _,
                    CertifierEvent.AliasLost _,
                    CertifierEvent.TidyFailed _,
                    CertifierEvent.StateTrouble _ ->
                    console.info(event.toString());
        }
    }

    /// {@return how many places have been written so far}
    int written() {
        return written.get();
    }

    private String again(Instant retry) {
        var wait = Duration.between(clock.instant(), retry);
        return retries && wait.isPositive()
                ? "; trying again in "
                        + DurationText.print(Duration.ofSeconds(Math.max(1, wait.toSeconds())))
                : "";
    }

    private static String names(CertificateRequest request) {
        return quoted(request.names());
    }

    private static String quoted(List<DomainName> names) {
        return names.stream()
                .map(DomainName::display)
                .collect(Collectors.joining("', '", "'", "'"));
    }

    private static String serial(Certificate leaf) {
        return leaf.x509().getSerialNumber().toString(16);
    }

    private static Instant until(Certificate leaf) {
        return leaf.lifetime().notAfter();
    }

    /// {@return what to tell the shell about all that happened}
    ExitStatus status() {
        return statuses.contains(ExitStatus.UNKNOWN)
                ? ExitStatus.UNKNOWN
                : statuses.contains(ExitStatus.NO) ? ExitStatus.NO : ExitStatus.YES;
    }

    private static ExitStatus status(Trouble trouble) {
        return switch (trouble) {
            case Trouble.Refusal _ -> ExitStatus.NO;
            case Trouble.Uncertainty _ -> ExitStatus.UNKNOWN;
        };
    }
}
