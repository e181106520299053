package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.CertifierEvent;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.RenewalAdvice;
import io.github.dnscli.certifier.ledger.Phase;
import io.github.dnscli.certifier.ledger.RequestStanding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.oserve.http.PrometheusText;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a certifier has counted since its start, and how its requests stand, as Prometheus reads it.
final class CertifierMetrics {

    private final InstantSource clock;
    private final Map<Failure.Kind, Long> failures = new EnumMap<>(Failure.Kind.class);
    private long issued;
    private long published;
    private long refusedUpdates;

    CertifierMetrics(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void happened(CertifierEvent event) {
        switch (event) {
            case CertifierEvent.Issued _ -> issued++;
            case CertifierEvent.NotIssued failed ->
                    failures.merge(failed.failure().kind(), 1L, Long::sum);
            case CertifierEvent.Published _ -> published++;
            case CertifierEvent.NotPublished _ -> refusedUpdates++;
            case CertifierEvent.Refused _,
                    CertifierEvent.LimitReached _,
                    CertifierEvent.Overtaken _,
                    CertifierEvent.Withdrawn _,
                    CertifierEvent.RevocationSeen _,
                    CertifierEvent.AdviceMoved _,
                    CertifierEvent.AdviceFailed _,
                    CertifierEvent.AliasLost _,
                    CertifierEvent.TidyFailed _,
                    CertifierEvent.StateTrouble _ -> {
                // The standings tell, or the log alone.
            }
        }
    }

    /// Writes all of it.
    ///
    /// @param all how requests stand
    void write(PrometheusText text, List<RequestStanding> all) {
        counts(text);
        phases(text, all);
        certificates(text, all);
    }

    private synchronized void counts(PrometheusText text) {
        text.counter("certificates_issued_total", "Certificates that the authority issued")
                .value(issued);
        text.counter("certificate_failures_total", "Orders that came to nothing, by reason");
        for (var kind : Failure.Kind.values()) {
            text.value(failures.getOrDefault(kind, 0L), "reason", kind.word());
        }
        text.counter("certificates_published_total", "Certificates written into zones")
                .value(published);
        text.counter(
                        "certificate_updates_failed_total",
                        "Certificates that the server did not take into a zone")
                .value(refusedUpdates);
    }

    private static void phases(PrometheusText text, List<RequestStanding> all) {
        text.gauge("signing_requests", "Signing requests, by how far they are");
        var counts =
                all.stream()
                        .collect(
                                Collectors.groupingBy(
                                        RequestStanding::phase, Collectors.counting()));
        for (var phase : Phase.values()) {
            text.value(counts.getOrDefault(phase, 0L), "phase", phase.word());
        }
        text.gauge("certificate_orders_week", "Orders placed within the last seven days")
                .value(all.stream().mapToInt(RequestStanding::orders).sum());
    }

    private void certificates(PrometheusText text, List<RequestStanding> all) {
        var now = clock.instant();
        text.gauge("certificate_seconds_to_expiry", "How long a certificate still lasts");
        each(
                all,
                standing -> standing.certificate().map(known -> known.notAfter()),
                (names, time) ->
                        text.value(Duration.between(now, time).toSeconds(), "names", names));
        text.gauge("certificate_renewal_time_seconds", "When a certificate is to be renewed");
        each(all, RequestStanding::renewal, (names, time) -> text.time(time, "names", names));
        text.gauge(
                "certificate_renewal_window_start_time_seconds",
                "From when on the authority wants it to be renewed");
        window(text, all, RenewalAdvice::start);
        text.gauge(
                "certificate_renewal_window_end_time_seconds",
                "By when the authority wants it to be renewed");
        window(text, all, RenewalAdvice::end);
    }

    private static void window(
            PrometheusText text, List<RequestStanding> all, Function<RenewalAdvice, Instant> side) {
        each(
                all,
                standing -> standing.advice().map(side),
                (names, time) -> text.time(time, "names", names));
    }

    /// Several requests for the same names, as while a key is changed, are one series: the earliest time counts. What is
    /// gone is nobody's concern any more.
    private static void each(
            List<RequestStanding> all,
            Function<RequestStanding, Optional<Instant>> moment,
            BiConsumer<String, Instant> writer) {
        var times = new LinkedHashMap<String, Instant>();
        all.stream()
                .filter(standing -> standing.phase() != Phase.WITHDRAWN)
                .forEach(
                        standing ->
                                moment.apply(standing)
                                        .ifPresent(
                                                time ->
                                                        times.merge(
                                                                names(standing),
                                                                time,
                                                                CertifierMetrics::earlier)));
        times.forEach(writer);
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }

    private static String names(RequestStanding standing) {
        return standing.names().stream().map(DomainName::display).collect(Collectors.joining(" "));
    }
}
