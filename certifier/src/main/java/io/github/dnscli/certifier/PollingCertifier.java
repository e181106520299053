package io.github.dnscli.certifier;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.VerifiedChain;
import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.authority.Order;
import io.github.dnscli.certifier.authority.OrderSlip;
import io.github.dnscli.certifier.ledger.BackOff;
import io.github.dnscli.certifier.plan.CertificationPlan;
import io.github.dnscli.certifier.plan.PlaceUpdate;
import io.github.dnscli.certifier.plan.Step;
import io.github.dnscli.certifier.policy.Place;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.certifier.primary.PrimaryServer.Look;
import io.github.dnscli.certifier.primary.PrimaryServer.Writing;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Watches zones for signing requests and answers them with certificates, pass by pass.
///
/// ```java
/// var certifier = new PollingCertifier(zones, interval, server, authority, System.out::println);
/// while (true) {
///     certifier.pass();
///     Thread.sleep(interval);
/// }
/// ```
///
/// What fails is told and tried again, after one interval, then after twice as long each time: a zone at most five
/// minutes later, a request at most an hour later. A request is only begun anew once its certificate was seen in all
/// its places, so that not even a server that loses what it accepted can cause a stream of orders. Not for use by
/// several threads at once.
public final class PollingCertifier {

    private static final Duration LONGEST_ZONE_DELAY = Duration.ofMinutes(5);
    private static final Duration LONGEST_REQUEST_DELAY = Duration.ofHours(1);
    private static final Duration ORDER_TIME = Duration.ofMinutes(5);

    private final List<ZoneWatch> watches;
    private final PrimaryServer server;
    private final CertificateAuthority authority;
    private final Consumer<PollingEvent> listener;
    private final BackOff<DomainName> zoneDelays;
    private final BackOff<CertificateRequest> requestDelays;
    private final Map<CertificateRequest, VerifiedChain> issued = new HashMap<>();
    private final List<PollingEvent> events = new ArrayList<>();
    private final Set<Place> written = new HashSet<>();
    private Set<PollingEvent.Refused> refused = Set.of();
    private Instant nextPlan = Instant.MIN;

    /// Makes a certifier that has not looked at anything yet.
    ///
    /// @param zones the zones to watch
    /// @param interval how long the owner pauses between two passes
    /// @param listener hears at once what happens
    public PollingCertifier(
            List<DomainName> zones,
            Duration interval,
            PrimaryServer server,
            CertificateAuthority authority,
            Consumer<PollingEvent> listener) {
        this.watches = zones.stream().distinct().map(ZoneWatch::new).toList();
        this.server = server;
        this.authority = authority;
        this.listener = listener;
        this.zoneDelays = new BackOff<>(interval, LONGEST_ZONE_DELAY);
        this.requestDelays = new BackOff<>(interval, LONGEST_REQUEST_DELAY);
    }

    /// Looks at every zone, and does what there is to do.
    ///
    /// @return what happened
    public List<PollingEvent> pass() {
        events.clear();
        boolean changed = false;
        for (var watch : watches) {
            changed |= look(watch);
        }
        var now = server.clock().instant();
        if (changed || !now.isBefore(nextPlan)) {
            carryOut(CertificationPlan.of(places(), authority, now), now);
        }
        return List.copyOf(events);
    }

    private List<Place> places() {
        return watches.stream().flatMap(watch -> watch.places().stream()).toList();
    }

    private void tell(PollingEvent event) {
        events.add(event);
        listener.accept(event);
    }

    /// Says whether the zone is another than before.
    private boolean look(ZoneWatch watch) {
        var zone = watch.zone();
        var now = server.clock().instant();
        if (!zoneDelays.allows(zone, now)) {
            return false;
        }
        return switch (server.look(zone, watch.serial())) {
            case Look.Same _ -> {
                zoneDelays.worked(zone);
                yield false;
            }
            case Look.Changed(var seen) -> {
                zoneDelays.worked(zone);
                watch.see(seen);
                var serial = seen.serial().orElseThrow();
                tell(new PollingEvent.ZoneRead(zone, serial, watch.requestCount()));
                yield true;
            }
            case Look.Failed(var trouble) -> {
                var retry = zoneDelays.tried(zone, now);
                tell(new PollingEvent.ZoneFailed(zone, trouble, retry));
                yield false;
            }
        };
    }

    private void carryOut(List<Step> steps, Instant now) {
        nextPlan = Instant.MAX;
        written.clear();
        var refusals = new HashSet<PollingEvent.Refused>();
        var requests = new ArrayList<CertificateRequest>();
        for (var step : steps) {
            switch (step) {
                case Step.Refuse refuse -> refusals.add(refuse(refuse));
                case Step.Rest(var request, var due) -> {
                    requests.add(request);
                    rest(request, due);
                }
                case Step.Publish(var request, var chain, var places) -> {
                    requests.add(request);
                    attempt(request, places, now, retry -> publish(request, chain, places, retry));
                }
                case Step.Issue issue -> {
                    requests.add(issue.request());
                    attempt(
                            issue.request(),
                            issue.places(),
                            now,
                            retry -> issue(issue, now, retry));
                }
            }
        }
        refused = refusals;
        requestDelays.keep(requests);
        issued.keySet().retainAll(requests);
    }

    private PollingEvent.Refused refuse(Step.Refuse step) {
        var places = step.places().stream().map(Place::service).toList();
        var event = new PollingEvent.Refused(step.data(), places, step.reason());
        if (!refused.contains(event)) {
            tell(event);
        }
        return event;
    }

    private void rest(CertificateRequest request, Instant due) {
        requestDelays.worked(request);
        issued.remove(request);
        planAt(due);
    }

    private void planAt(Instant time) {
        nextPlan = time.isBefore(nextPlan) ? time : nextPlan;
    }

    /// Whatever comes of it counts as an attempt, until the certificate is seen in all places. A place that was written
    /// in this pass is another than it was seen, and must be seen again first.
    private void attempt(
            CertificateRequest request, List<Place> places, Instant now, Consumer<Instant> action) {
        if (places.stream().anyMatch(written::contains)) {
            planAt(now);
            return;
        }
        if (requestDelays.allows(request, now)) {
            action.accept(requestDelays.tried(request, now));
        }
        requestDelays.next(request).ifPresent(this::planAt);
    }

    private void issue(Step.Issue step, Instant now, Instant retry) {
        var request = step.request();
        var chain = issuedBefore(request, now).or(() -> order(step, now, retry));
        chain.ifPresent(
                found -> {
                    issued.put(request, found);
                    publish(request, found, step.places(), retry);
                });
    }

    /// A certificate that could not be written is written later, not ordered again.
    private Optional<VerifiedChain> issuedBefore(CertificateRequest request, Instant now) {
        return Optional.ofNullable(issued.get(request))
                .filter(chain -> now.isBefore(chain.leaf().lifetime().renewalDue()));
    }

    private Optional<VerifiedChain> order(Step.Issue step, Instant now, Instant retry) {
        var request = step.request();
        try {
            return switch (authority.issue(
                    new Order(request, Optional.empty(), OrderSlip.NONE, now.plus(ORDER_TIME)))) {
                case Issuance.Issued certificates -> accept(step, certificates, retry);
                case Issuance.Refused(var failure) -> {
                    var later = now.plus(LONGEST_REQUEST_DELAY);
                    yield notIssued(
                            request, failure.problem(), requestDelays.postpone(request, later));
                }
                case Issuance.Later(var failure, var notBefore) ->
                        notIssued(
                                request,
                                failure.problem(),
                                requestDelays.postpone(request, notBefore));
            };
        } catch (IOException failure) {
            return notIssued(request, String.valueOf(failure.getMessage()), retry);
        }
    }

    /// Not even the authority is believed: what it issued must be what was ordered.
    private Optional<VerifiedChain> accept(
            Step.Issue step, Issuance.Issued certificates, Instant retry) {
        var request = step.request();
        var now = server.clock().instant();
        var chain = CertificationPlan.good(certificates.chain(), request, now, authority);
        if (chain.isEmpty()) {
            return notIssued(request, "the certificate it issued does not fit the request", retry);
        }
        tell(new PollingEvent.Issued(request, certificates.leaf(), step.why()));
        return chain;
    }

    private Optional<VerifiedChain> notIssued(
            CertificateRequest request, String problem, Instant retry) {
        tell(new PollingEvent.NotIssued(request, problem, retry));
        return Optional.empty();
    }

    private void publish(
            CertificateRequest request, VerifiedChain chain, List<Place> places, Instant retry) {
        for (var place : places) {
            written.add(place);
            var update = PlaceUpdate.of(place, request, chain, server.clock().instant());
            switch (server.write(update)) {
                case Writing.Done _ ->
                        tell(new PollingEvent.Published(request, chain.leaf(), place.service()));
                case Writing.Failed(var trouble) ->
                        tell(
                                new PollingEvent.NotPublished(
                                        request, place.service(), trouble, retry));
            }
        }
    }
}
