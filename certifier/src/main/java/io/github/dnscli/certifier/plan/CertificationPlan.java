package io.github.dnscli.certifier.plan;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.DecodedRequest;
import io.github.dnscli.certifier.policy.Asked;
import io.github.dnscli.certifier.policy.Grant;
import io.github.dnscli.certifier.policy.NamePolicy;
import io.github.dnscli.certifier.policy.Place;
import io.github.dnscli.common.name.DomainName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is to be done, as follows from the places of all zones, what is remembered, and the time.
///
/// A request has its certificate when at each of its places stands one for the same key and the same names, with a
/// chain that is complete, not due for renewal, and with nothing remembered that speaks against it. A certificate that is
/// remembered and not due is written wherever it, or one that lasts longer, does not stand: it is not ordered again. One
/// that nobody remembers is taken over if it stands in all places of its request, and otherwise believed of none but its own.
///
/// The same request in several places is one order. Several requests in one place are answered each by a certificate of
/// its own, up to [#MAX_REQUESTS]: so a new key can be had while the old one serves, and nobody has to guess which of
/// them is meant. A place with more requests than that, or with more records than fit an update, counts for none of its
/// requests: it gets nothing and proves nothing, and those that stand in other places too go on there. Certificates that
/// answer no request are left alone until something is written to their place, and go then.
public final class CertificationPlan {

    /// How many requests in one place are answered.
    public static final int MAX_REQUESTS = 4;

    /// How many octets may stand in one place: an update names them up to twice, adds a chain, and has 65535 at most.
    static final int MAX_OCTETS = 24 * 1024;

    /// One request, and all places where it stands.
    private record Group(Asked asked, List<Place> usable, List<Step> steps) {}

    /// A certificate in use, or worth it.
    private record Candidate(IssuedChain chain, Renewal renewal) {

        boolean isDue(Instant now) {
            return !now.isBefore(renewal.at());
        }

        Instant end() {
            return chain.leaf().lifetime().notAfter();
        }
    }

    private final Judge judge;
    private final NamePolicy policy;
    private final Memory memory;
    private final Instant now;

    /// Makes a plan.
    ///
    /// @param now the time it is for
    public CertificationPlan(Judge judge, NamePolicy policy, Memory memory, Instant now) {
        this.judge = judge;
        this.policy = policy;
        this.memory = memory;
        this.now = now;
    }

    /// {@return what is to be done about each request, in the order of their first places}: one step, and a refusal for each
    /// place besides that counts for none.
    public List<Step> steps(Collection<Place> places) {
        var groups = new LinkedHashMap<String, Group>();
        for (var place : places) {
            var crowd = crowd(place);
            for (var asked : place.asked()) {
                var group =
                        groups.computeIfAbsent(
                                asked.id(),
                                _ -> new Group(asked, new ArrayList<>(), new ArrayList<>()));
                crowd.ifPresentOrElse(
                        reason -> group.steps().add(new Step.Refuse(asked, List.of(place), reason)),
                        () -> group.usable().add(place));
            }
        }
        return groups.values().stream().flatMap(this::steps).toList();
    }

    private static Optional<String> crowd(Place place) {
        if (place.asked().size() > MAX_REQUESTS) {
            return Optional.of(
                    "%s signing requests stand at '%s', where %s are the most; remove the old ones"
                            .formatted(place.asked().size(), place, MAX_REQUESTS));
        }
        return place.octets() > MAX_OCTETS
                ? Optional.of(
                        "%s octets of TLSA records stand at '%s', where %s are the most; remove what does not belong there"
                                .formatted(place.octets(), place, MAX_OCTETS))
                : Optional.empty();
    }

    private Stream<Step> steps(Group group) {
        return group.usable().isEmpty()
                ? group.steps().stream()
                : Stream.concat(
                        Stream.of(step(group.asked(), group.usable())), group.steps().stream());
    }

    private Step step(Asked asked, List<Place> places) {
        return switch (asked.decoded()) {
            case DecodedRequest.Invalid(_, var problem) ->
                    new Step.Refuse(asked, places, "it " + problem);
            case DecodedRequest.Valid(var request) -> step(asked, request, places);
        };
    }

    private Step step(Asked asked, CertificateRequest request, List<Place> places) {
        List<DomainName> hosts = places.stream().flatMap(place -> place.hosts().stream()).toList();
        return switch (policy.judge(request, hosts)) {
            case Grant.Refused(var reason) -> new Step.Refuse(asked, places, reason);
            case Grant.Granted _ -> granted(new Wish(asked.id(), request, places));
        };
    }

    private Step granted(Wish wish) {
        var remembered = memory.kept(wish.id());
        var judgements =
                wish.places().stream().map(place -> judge(wish, place, remembered)).toList();
        var kept = remembered.filter(one -> isGood(one, wish, judgements));
        var all =
                Stream.concat(kept.stream(), everywhere(judgements))
                        .map(chain -> candidate(wish, chain))
                        .toList();
        var best =
                all.stream()
                        .filter(one -> !one.isDue(now) && objection(wish, one).isEmpty())
                        .max(Comparator.comparing(Candidate::end));
        var inForce = kept.filter(chain -> !candidate(wish, chain).isDue(now));
        return best.isEmpty()
                ? new Step.Issue(wish, why(wish, all, judgements))
                : placed(wish, best.get().chain(), inForce, judgements);
    }

    /// Everybody can read a request, put it up at a place of their own, and make a certificate for its key there that an
    /// authority of their own signed: what nobody remembers counts only if it stands in all places.
    private static Stream<IssuedChain> everywhere(List<Judgement> judgements) {
        return judgements.getFirst().good().stream()
                .filter(chain -> judgements.stream().allMatch(one -> one.good().contains(chain)));
    }

    private Judgement judge(Wish wish, Place place, Optional<IssuedChain> kept) {
        return judge.judge(place, wish.id(), wish.request(), kept, now);
    }

    /// What is known to be good from a place needs no look of its own.
    private boolean isGood(IssuedChain kept, Wish wish, List<Judgement> judgements) {
        return judgements.stream().anyMatch(one -> one.kept() && one.isGood(kept.leaf()))
                || judge.isGood(kept, wish.request(), now);
    }

    private Candidate candidate(Wish wish, IssuedChain chain) {
        return new Candidate(chain, memory.renewal(wish.id(), chain.leaf()));
    }

    private Optional<String> objection(Wish wish, Candidate candidate) {
        return memory.objection(wish.id(), candidate.chain().leaf());
    }

    private Step placed(
            Wish wish, IssuedChain best, Optional<IssuedChain> kept, List<Judgement> judgements) {
        var lacking = new ArrayList<Place>();
        var serving = new ArrayList<Candidate>();
        for (int i = 0; i < judgements.size(); i++) {
            var found = serving(wish, kept, judgements.get(i));
            if (found.isEmpty()) {
                lacking.add(wish.places().get(i));
            }
            found.ifPresent(serving::add);
        }
        return lacking.isEmpty()
                ? new Step.Rest(wish, best, earliest(serving))
                : new Step.Publish(wish, best, List.copyOf(lacking));
    }

    /// What stands in a place and may stay: the certificate that is remembered, or one that lasts longer.
    private Optional<Candidate> serving(
            Wish wish, Optional<IssuedChain> kept, Judgement judgement) {
        return judgement.good().stream()
                .filter(chain -> mayStay(chain, kept, judgement))
                .map(chain -> candidate(wish, chain))
                .filter(one -> !one.isDue(now) && objection(wish, one).isEmpty())
                .max(Comparator.comparing(Candidate::end));
    }

    private static boolean mayStay(
            IssuedChain chain, Optional<IssuedChain> kept, Judgement judgement) {
        if (kept.isEmpty()) {
            return true;
        }
        var leaf = kept.get().leaf();
        return chain.leaf().equals(leaf)
                ? judgement.kept()
                : !chain.leaf().lifetime().notAfter().isBefore(leaf.lifetime().notAfter());
    }

    private static Instant earliest(List<Candidate> serving) {
        return serving.stream()
                .map(one -> one.renewal().at())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// A certificate that is good but for its age or for what is remembered tells more than one that never fit.
    private String why(Wish wish, List<Candidate> all, List<Judgement> judgements) {
        var last = all.stream().max(Comparator.comparing(Candidate::end));
        return last.map(one -> objection(wish, one).orElse(one.renewal().why()))
                .or(
                        () ->
                                judgements.stream()
                                        .flatMap(one -> one.objection().stream())
                                        .min(Comparator.comparing(Judgement.Objection::anotherKey))
                                        .map(Judgement.Objection::message))
                .orElse("there is no certificate yet");
    }
}
