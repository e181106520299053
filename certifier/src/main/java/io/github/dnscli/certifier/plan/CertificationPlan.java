package io.github.dnscli.certifier.plan;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certificate.ChainVerifier;
import io.github.dnscli.certificate.DecodedRequest;
import io.github.dnscli.certificate.Expectation;
import io.github.dnscli.certificate.Fitness;
import io.github.dnscli.certificate.Reason;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.certificate.VerifiedChain;
import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.policy.Grant;
import io.github.dnscli.certifier.policy.NamePolicy;
import io.github.dnscli.certifier.policy.Place;
import io.github.dnscli.common.record.RecordData;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// What is to be done, as follows from the places of all zones and the time alone.
///
/// A request has its certificate when at each of its places stands one for the same key and the same names, with a
/// chain that the authority's trust anchors bear out, and not due for renewal. The same request in several places is
/// one order. Several requests in one place are answered each by a certificate of its own, up to [#MAX_REQUESTS]: so
/// a new key can be had while the old one serves, and nobody has to guess which of them is meant.
public final class CertificationPlan {

    /// How many requests in one place are answered.
    static final int MAX_REQUESTS = 4;

    /// How many octets may stand in one place: an update names them up to twice, adds a chain, and has 65535 at most.
    static final int MAX_OCTETS = 24 * 1024;

    /// One request, and all places where it stands.
    private record Group(RecordData data, DecodedRequest decoded, List<Place> places) {

        static Group of(RecordData data, DecodedRequest decoded) {
            return new Group(data, decoded, new ArrayList<>());
        }
    }

    private final CertificateAuthority authority;
    private final Instant now;

    private CertificationPlan(CertificateAuthority authority, Instant now) {
        this.authority = authority;
        this.now = now;
    }

    /// {@return one step for each request, in the order of their first places}
    public static List<Step> of(
            Collection<Place> places, CertificateAuthority authority, Instant now) {
        var byRecord = new LinkedHashMap<RecordData, Group>();
        for (var place : places) {
            place.requests()
                    .forEach(
                            (data, decoded) ->
                                    byRecord.computeIfAbsent(data, _ -> Group.of(data, decoded))
                                            .places()
                                            .add(place));
        }
        var plan = new CertificationPlan(authority, now);
        return byRecord.values().stream().map(plan::step).toList();
    }

    private Step step(Group group) {
        return switch (group.decoded()) {
            case DecodedRequest.Invalid(_, var problem) ->
                    new Step.Refuse(group.data(), group.places(), "it " + problem);
            case DecodedRequest.Valid(var request) ->
                    step(request, group.data(), List.copyOf(group.places()));
        };
    }

    private Step step(CertificateRequest request, RecordData data, List<Place> places) {
        var crowd = places.stream().flatMap(place -> crowd(place).stream()).findFirst();
        if (crowd.isPresent()) {
            return new Step.Refuse(data, places, crowd.get());
        }
        return switch (NamePolicy.judge(request, places.stream().map(Place::service).toList())) {
            case Grant.Refused(var reason) -> new Step.Refuse(data, places, reason);
            case Grant.Granted _ -> granted(request, places);
        };
    }

    private static Optional<String> crowd(Place place) {
        if (place.requests().size() > MAX_REQUESTS) {
            return Optional.of(
                    "%d signing requests stand at '%s', where %d are the most; remove the old ones"
                            .formatted(place.requests().size(), place, MAX_REQUESTS));
        }
        return place.octets() > MAX_OCTETS
                ? Optional.of(
                        "%d octets of TLSA records stand at '%s', where %d are the most; remove what does not belong there"
                                .formatted(place.octets(), place, MAX_OCTETS))
                : Optional.empty();
    }

    private Step granted(CertificateRequest request, List<Place> places) {
        var lacking = new ArrayList<Place>();
        var found = new ArrayList<VerifiedChain>();
        for (var place : places) {
            best(request, place).ifPresentOrElse(found::add, () -> lacking.add(place));
        }
        var best = found.stream().max(Comparator.comparing(CertificationPlan::end));
        if (best.isEmpty()) {
            return new Step.Issue(request, places, why(request, places));
        }
        return lacking.isEmpty()
                ? new Step.Rest(request, earliestRenewal(found))
                : new Step.Publish(request, best.get(), lacking);
    }

    private static Instant end(VerifiedChain chain) {
        return chain.leaf().lifetime().notAfter();
    }

    private Instant earliestRenewal(List<VerifiedChain> chains) {
        return chains.stream()
                .map(chain -> chain.leaf().lifetime().renewalDue())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Optional<VerifiedChain> best(CertificateRequest request, Place place) {
        return place.bundle().chains().stream()
                .flatMap(chain -> good(chain, request, now, authority).stream())
                .filter(chain -> now.isBefore(chain.leaf().lifetime().renewalDue()))
                .max(Comparator.comparing(CertificationPlan::end));
    }

    /// {@return the chain, if it is the answer to a request}
    public static Optional<VerifiedChain> good(
            Chain chain, CertificateRequest request, Instant now, CertificateAuthority authority) {
        if (!objections(chain, request, now).isEmpty()) {
            return Optional.empty();
        }
        return authority
                .anchors(chain)
                .flatMap(
                        anchors ->
                                switch (ChainVerifier.verify(
                                        chain, Expectation.of(request, now, anchors))) {
                                    case Verdict.Verified(var verified) -> Optional.of(verified);
                                    case Verdict.Rejected _ -> Optional.empty();
                                });
    }

    private static List<Reason> objections(Chain chain, CertificateRequest request, Instant now) {
        return switch (Fitness.of(chain.leaf(), request, now, Duration.ZERO)) {
            case Fitness.Fits _ -> List.of();
            case Fitness.Unfit(var reasons) -> reasons;
        };
    }

    private String why(CertificateRequest request, List<Place> places) {
        return places.stream()
                .flatMap(place -> place.bundle().chains().stream())
                .min(Comparator.comparing(chain -> isForAnotherKey(chain, request)))
                .map(chain -> why(chain, request))
                .orElse("there is no certificate yet");
    }

    private static boolean isForAnotherKey(Chain chain, CertificateRequest request) {
        return !chain.leaf().publicKey().equals(request.publicKey());
    }

    private String why(Chain chain, CertificateRequest request) {
        var objections = objections(chain, request, now);
        if (!objections.isEmpty()) {
            return objections.getFirst().message();
        }
        var anchors = authority.anchors(chain);
        if (anchors.isEmpty()) {
            return "its chain is not complete";
        }
        return switch (ChainVerifier.verify(chain, Expectation.of(request, now, anchors.get()))) {
            case Verdict.Verified _ -> "it is time for renewal";
            case Verdict.Rejected(_, var reasons) -> reasons.getFirst().message();
        };
    }
}
