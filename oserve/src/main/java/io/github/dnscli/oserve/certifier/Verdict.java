package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.CertifierEvent;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.ledger.RequestStanding;
import io.github.dnscli.certifier.primary.Trouble;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.oserve.log.LogEvent;
import io.github.dnscli.oserve.log.Moment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What to tell the shell about all that happened: that all requests have their certificates, that one has not, or that
/// it cannot be told. Used by several threads.
final class Verdict {

    private final Set<ExitStatus> heard = EnumSet.of(ExitStatus.YES);
    private final Set<String> told = new HashSet<>();
    private final List<LogEvent> unserved = new ArrayList<>();

    synchronized void take(CertifierEvent event) {
        heard.add(status(event));
    }

    private ExitStatus status(CertifierEvent event) {
        return switch (event) {
            case CertifierEvent.Issued _,
                    CertifierEvent.Published _,
                    CertifierEvent.Overtaken _,
                    CertifierEvent.Withdrawn _,
                    CertifierEvent.RevocationSeen _,
                    CertifierEvent.AdviceMoved _,
                    CertifierEvent.AdviceFailed _,
                    CertifierEvent.AliasLost _,
                    CertifierEvent.TidyFailed _ ->
                    ExitStatus.YES;
            case CertifierEvent.Refused _ -> ExitStatus.NO;
            case CertifierEvent.LimitReached(var request, _, _) -> {
                told.add(names(request.names()));
                yield ExitStatus.NO;
            }
            case CertifierEvent.NotIssued(var request, var failure, _) -> {
                told.add(names(request.names()));
                yield status(failure);
            }
            case CertifierEvent.NotPublished(var request, _, var trouble, _) -> {
                told.add(names(request.names()));
                yield status(trouble);
            }
            case CertifierEvent.StateTrouble _ -> ExitStatus.UNKNOWN;
        };
    }

    private static ExitStatus status(Failure failure) {
        return switch (failure.kind()) {
            case UNREACHABLE, LOCAL -> ExitStatus.UNKNOWN;
            case RATE_LIMITED,
                    REJECTED,
                    CAA,
                    ACCOUNT,
                    CHALLENGE,
                    PROPAGATION,
                    VALIDATION,
                    ORDER,
                    MISFIT ->
                    ExitStatus.NO;
        };
    }

    synchronized void take(Trouble trouble) {
        heard.add(status(trouble));
    }

    private static ExitStatus status(Trouble trouble) {
        return switch (trouble) {
            case Trouble.Refusal _ -> ExitStatus.NO;
            case Trouble.Uncertainty _ -> ExitStatus.UNKNOWN;
        };
    }

    /// Takes how a request stands in the end: one that waits because of what an earlier process met has not been heard of.
    synchronized void take(RequestStanding standing) {
        switch (standing.phase()) {
            case SETTLED, WITHDRAWN, PUBLISHING -> {
                // It is served, or not wanted any more.
            }
            case REFUSED -> heard.add(ExitStatus.NO);
            case WAITING, ORDERING, LIMITED -> {
                heard.add(ExitStatus.NO);
                if (told.add(names(standing.names()))) {
                    unserved.add(waits(standing));
                }
            }
        }
    }

    private static String names(List<?> names) {
        return names.toString();
    }

    private static LogEvent waits(RequestStanding standing) {
        return LogEvent.warning(
                "certificate-waits",
                "no certificate for '%s' yet%s%s"
                        .formatted(
                                StandingsReport.names(standing),
                                standing.failure()
                                        .map(failure -> ": " + failure.problem())
                                        .orElse(""),
                                standing.nextTry()
                                        .map(time -> "; next try at " + Moment.of(time))
                                        .orElse("")));
    }

    /// {@return what is to be said of requests that nothing was said of}
    synchronized List<LogEvent> unserved() {
        return List.copyOf(unserved);
    }

    synchronized ExitStatus status() {
        if (heard.contains(ExitStatus.UNKNOWN)) {
            return ExitStatus.UNKNOWN;
        }
        return heard.contains(ExitStatus.NO) ? ExitStatus.NO : ExitStatus.YES;
    }
}
