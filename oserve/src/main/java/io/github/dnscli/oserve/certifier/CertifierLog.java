package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certifier.PollingEvent;
import io.github.dnscli.certifier.own.PrivateAuthority;
import io.github.dnscli.certifier.primary.Trouble;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.DurationText;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.name.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The log of a certifier: one line for each thing that happened, fit for the journal.
final class CertifierLog {

    private final Console console;
    private final InstantSource clock;
    private final boolean retries;
    private final Set<DomainName> readable = new HashSet<>();

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

    void happened(PollingEvent event) {
        switch (event) {
            case PollingEvent.ZoneRead read -> zoneRead(read);
            case PollingEvent.ZoneFailed(var zone, var trouble, var retry) -> {
                readable.remove(zone);
                console.error(
                        "zone '%s' cannot be read: %s%s"
                                .formatted(zone.display(), trouble.problem(), again(retry)));
            }
            case PollingEvent.Refused(_, var places, var reason) ->
                    console.warning(
                            "signing request at %s is refused: %s"
                                    .formatted(owners(places), reason));
            case PollingEvent.Issued(var request, var leaf, var why) ->
                    console.event(
                            "issued certificate for %s (serial %s, until %s): %s"
                                    .formatted(names(request), serial(leaf), until(leaf), why));
            case PollingEvent.NotIssued(var request, var problem, var retry) ->
                    console.error(
                            "no certificate for %s: %s%s"
                                    .formatted(names(request), problem, again(retry)));
            case PollingEvent.Published(var request, _, var place) ->
                    console.event(
                            "certificate for %s written to '%s'".formatted(names(request), place));
            case PollingEvent.NotPublished(var request, var place, var trouble, var retry) ->
                    console.error(
                            "certificate for %s is not written to '%s': %s%s"
                                    .formatted(
                                            names(request),
                                            place,
                                            trouble.problem(),
                                            again(retry)));
        }
    }

    private void zoneRead(PollingEvent.ZoneRead read) {
        String line =
                "zone '%s' read: serial %s, %d signing request%s"
                        .formatted(
                                read.zone().display(),
                                read.serial(),
                                read.requests(),
                                read.requests() == 1 ? "" : "s");
        if (readable.add(read.zone())) {
            console.event(line);
        } else {
            console.info(line);
        }
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

    private static String owners(List<ServiceName> places) {
        return places.stream()
                .map(ServiceName::toString)
                .collect(Collectors.joining("', '", "'", "'"));
    }

    private static String serial(Certificate leaf) {
        return leaf.x509().getSerialNumber().toString(16);
    }

    private static Instant until(Certificate leaf) {
        return leaf.lifetime().notAfter();
    }

    /// {@return what to tell the shell about all that happened}
    static ExitStatus status(List<PollingEvent> events) {
        var statuses = events.stream().map(CertifierLog::status).collect(Collectors.toSet());
        if (statuses.contains(ExitStatus.UNKNOWN)) {
            return ExitStatus.UNKNOWN;
        }
        return statuses.contains(ExitStatus.NO) ? ExitStatus.NO : ExitStatus.YES;
    }

    private static ExitStatus status(PollingEvent event) {
        return switch (event) {
            case PollingEvent.ZoneRead _, PollingEvent.Issued _, PollingEvent.Published _ ->
                    ExitStatus.YES;
            case PollingEvent.Refused _, PollingEvent.NotIssued _ -> ExitStatus.NO;
            case PollingEvent.ZoneFailed(_, var trouble, _) -> status(trouble);
            case PollingEvent.NotPublished(_, _, var trouble, _) -> status(trouble);
        };
    }

    private static ExitStatus status(Trouble trouble) {
        return switch (trouble) {
            case Trouble.Refusal _ -> ExitStatus.NO;
            case Trouble.Uncertainty _ -> ExitStatus.UNKNOWN;
        };
    }
}
