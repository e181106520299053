package io.github.dnscli.oserve.log;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certifier.CertifierEvent;
import io.github.dnscli.certifier.ledger.RevokedMarks;
import io.github.dnscli.common.name.DomainName;
import java.util.List;
import java.util.stream.Collectors;

/// What is to say about signing requests and their certificates.
public final class CertifierWords {

    private CertifierWords() {}

    /// {@return an event in words}
    public static LogEvent of(CertifierEvent event) {
        return switch (event) {
            case CertifierEvent.Refused refused -> refused(refused);
            case CertifierEvent.Issued issued -> issued(issued);
            case CertifierEvent.NotIssued failed -> notIssued(failed);
            case CertifierEvent.LimitReached reached -> limitReached(reached);
            case CertifierEvent.Published published -> published(published);
            case CertifierEvent.NotPublished failed -> notPublished(failed);
            case CertifierEvent.Overtaken overtaken -> overtaken(overtaken);
            case CertifierEvent.Withdrawn withdrawn -> withdrawn(withdrawn);
            case CertifierEvent.RevocationSeen seen -> revocationSeen(seen);
            case CertifierEvent.AdviceMoved moved -> adviceMoved(moved);
            case CertifierEvent.AdviceFailed failed -> adviceFailed(failed);
            case CertifierEvent.AliasLost lost -> aliasLost(lost);
            case CertifierEvent.TidyFailed failed -> tidyFailed(failed);
            case CertifierEvent.StateTrouble(var problem) ->
                    LogEvent.error("state-trouble", problem).with("problem", problem);
        };
    }

    private static LogEvent refused(CertifierEvent.Refused refused) {
        return LogEvent.warning(
                        "request-refused",
                        "signing request at %s is refused: %s"
                                .formatted(quoted(refused.places()), refused.reason()))
                .with("places", display(refused.places()))
                .with("reason", refused.reason());
    }

    private static LogEvent issued(CertifierEvent.Issued issued) {
        var leaf = issued.leaf();
        return about(
                        LogEvent.info(
                                "certificate-issued",
                                "issued certificate for %s (serial %s, until %s): %s"
                                        .formatted(
                                                names(issued.request()),
                                                RevokedMarks.serial(leaf),
                                                Moment.of(leaf.lifetime().notAfter()),
                                                issued.why())),
                        issued.request())
                .with("certificate", RevokedMarks.serial(leaf))
                .with("notAfter", leaf.lifetime().notAfter())
                .with("authority", issued.authority())
                .with("reason", issued.why());
    }

    private static LogEvent notIssued(CertifierEvent.NotIssued failed) {
        return about(
                        LogEvent.error(
                                "certificate-not-issued",
                                "no certificate for %s: %s; next try at %s"
                                        .formatted(
                                                names(failed.request()),
                                                failed.failure().problem(),
                                                Moment.of(failed.retry()))),
                        failed.request())
                .with("kind", failed.failure().kind().word())
                .with("problem", failed.failure().problem())
                .with("nextTry", failed.retry());
    }

    private static LogEvent limitReached(CertifierEvent.LimitReached reached) {
        return about(
                        LogEvent.warning(
                                        "order-limit",
                                        "no certificate for %s: it was ordered %s times within seven days; next try at %s"
                                                .formatted(
                                                        names(reached.request()),
                                                        reached.orders(),
                                                        Moment.of(reached.opens())))
                                .hint(
                                        "find out why so many were ordered; '--orders-per-week' sets the limit"),
                        reached.request())
                .with("orders", reached.orders())
                .with("nextTry", reached.opens());
    }

    private static LogEvent published(CertifierEvent.Published published) {
        return about(
                        LogEvent.info(
                                "certificate-published",
                                "certificate for %s written to '%s'"
                                        .formatted(
                                                names(published.request()),
                                                published.place().display())),
                        published.request())
                .with("place", published.place().display())
                .with("certificate", RevokedMarks.serial(published.leaf()));
    }

    private static LogEvent notPublished(CertifierEvent.NotPublished failed) {
        return about(
                        LogEvent.error(
                                "certificate-not-published",
                                "certificate for %s is not written to '%s': %s; next try at %s"
                                        .formatted(
                                                names(failed.request()),
                                                failed.place().display(),
                                                failed.trouble().problem(),
                                                Moment.of(failed.retry()))),
                        failed.request())
                .with("place", failed.place().display())
                .with("problem", failed.trouble().problem())
                .with("nextTry", failed.retry());
    }

    private static LogEvent overtaken(CertifierEvent.Overtaken overtaken) {
        return about(
                        LogEvent.detail(
                                "place-changed",
                                "certificate for %s not written to '%s', which has changed meanwhile: looking again"
                                        .formatted(
                                                names(overtaken.request()),
                                                overtaken.place().display())),
                        overtaken.request())
                .with("place", overtaken.place().display());
    }

    private static LogEvent withdrawn(CertifierEvent.Withdrawn withdrawn) {
        return LogEvent.info(
                        "request-withdrawn",
                        "signing request for %s is gone: its certificate is not renewed any more"
                                .formatted(quoted(withdrawn.names())))
                .with("names", display(withdrawn.names()))
                .with("places", display(withdrawn.places()));
    }

    private static LogEvent revocationSeen(CertifierEvent.RevocationSeen seen) {
        return about(
                certificate(
                        LogEvent.info(
                                "revocation-seen",
                                "certificate for %s is revoked (serial %s): it is to be replaced"
                                        .formatted(
                                                names(seen.request()),
                                                RevokedMarks.serial(seen.leaf()))),
                        seen.leaf()),
                seen.request());
    }

    private static LogEvent certificate(LogEvent event, Certificate leaf) {
        return event.with("certificate", RevokedMarks.serial(leaf));
    }

    private static LogEvent adviceMoved(CertifierEvent.AdviceMoved moved) {
        var advice = moved.advice();
        String why = advice.explanation().map(page -> "; why: " + page).orElse("");
        return about(
                        certificate(
                                LogEvent.info(
                                        "renewal-advised",
                                        "certificate for %s is to be renewed at %s, as the authority wants it between %s and %s%s"
                                                .formatted(
                                                        names(moved.request()),
                                                        Moment.of(moved.renewal()),
                                                        Moment.of(advice.start()),
                                                        Moment.of(advice.end()),
                                                        why)),
                                moved.leaf()),
                        moved.request())
                .with("renewal", moved.renewal())
                .with("windowStart", advice.start())
                .with("windowEnd", advice.end());
    }

    private static LogEvent adviceFailed(CertifierEvent.AdviceFailed failed) {
        return about(
                        LogEvent.warning(
                                "renewal-unknown",
                                "the authority cannot be asked when to renew the certificate for %s: %s; next try at %s"
                                        .formatted(
                                                names(failed.request()),
                                                failed.problem(),
                                                Moment.of(failed.retry()))),
                        failed.request())
                .with("problem", failed.problem())
                .with("nextTry", failed.retry());
    }

    private static LogEvent aliasLost(CertifierEvent.AliasLost lost) {
        return LogEvent.warning(
                        "alias-lost",
                        "'%s' is an alias that leads nowhere: %s"
                                .formatted(lost.place().display(), lost.problem()))
                .with("place", lost.place().display())
                .with("problem", lost.problem());
    }

    private static LogEvent tidyFailed(CertifierEvent.TidyFailed failed) {
        return LogEvent.warning(
                        "not-tidied",
                        "what was left behind is still there: %s; next try at %s"
                                .formatted(failed.problem(), Moment.of(failed.retry())))
                .with("problem", failed.problem())
                .with("nextTry", failed.retry());
    }

    private static LogEvent about(LogEvent event, CertificateRequest request) {
        return event.with("names", display(request.names()));
    }

    private static String names(CertificateRequest request) {
        return quoted(request.names());
    }

    private static String quoted(List<DomainName> names) {
        return display(names).stream().collect(Collectors.joining("', '", "'", "'"));
    }

    private static List<String> display(List<DomainName> names) {
        return names.stream().map(DomainName::display).toList();
    }
}
