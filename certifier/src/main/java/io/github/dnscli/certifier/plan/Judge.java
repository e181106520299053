package io.github.dnscli.certifier.plan;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certificate.ChainVerifier;
import io.github.dnscli.certificate.Expectation;
import io.github.dnscli.certificate.Fitness;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.certificate.VerifiedChain;
import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.plan.Judgement.Objection;
import io.github.dnscli.certifier.policy.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Tells which certificates answer a request, and remembers it: a look at a thousand places that have not changed checks
/// no signature. Not for use by several threads at once, but for [#isGood].
public final class Judge {

    /// What a judgement depends on besides the time.
    private record Question(String id, Optional<IssuedChain> kept) {}

    private record Answer(IssuedChain chain, CertificateRequest request) {}

    private final CertificateAuthority authority;
    private final Map<Place, Map<Question, Judgement>> judgements = new HashMap<>();
    private final Map<Answer, Judgement> chains = new ConcurrentHashMap<>();

    /// Makes a judge that knows nothing yet.
    ///
    /// @param authority whose anchors chains must rest on
    public Judge(CertificateAuthority authority) {
        this.authority = authority;
    }

    private sealed interface Look {
        record Good(VerifiedChain verified) implements Look {}

        record Bad(Objection objection) implements Look {}
    }

    private Look look(Chain chain, CertificateRequest request, Instant now) {
        return switch (Fitness.of(chain.leaf(), request, now, Duration.ZERO)) {
            case Fitness.Unfit(var reasons) -> bad(reasons.getFirst().message(), chain, request);
            case Fitness.Fits _ ->
                    authority
                            .anchors(chain)
                            .map(anchors -> verify(chain, Expectation.of(request, now, anchors)))
                            .orElseGet(() -> bad("its chain is not complete", chain, request));
        };
    }

    private static Look bad(String message, Chain chain, CertificateRequest request) {
        boolean anotherKey = !chain.leaf().publicKey().equals(request.publicKey());
        return new Look.Bad(new Objection(message, anotherKey));
    }

    private static Look verify(Chain chain, Expectation expectation) {
        return switch (ChainVerifier.verify(chain, expectation)) {
            case Verdict.Verified(var verified) -> new Look.Good(verified);
            case Verdict.Rejected(_, var reasons) ->
                    new Look.Bad(new Objection(reasons.getFirst().message(), false));
        };
    }

    Judgement judge(
            Place place,
            String id,
            CertificateRequest request,
            Optional<IssuedChain> kept,
            Instant now) {
        var known = judgements.computeIfAbsent(place, _ -> new HashMap<>());
        var question = new Question(id, kept);
        var judgement = known.get(question);
        if (judgement != null && judgement.holds(now)) {
            return judgement;
        }
        known.keySet().removeIf(other -> other.id().equals(id));
        var anew = anew(place, request, kept, now);
        known.put(question, anew);
        return anew;
    }

    /// Where nothing stands but what is remembered, nothing is new.
    private Judgement anew(
            Place place, CertificateRequest request, Optional<IssuedChain> kept, Instant now) {
        boolean stands = standsIn(place, kept);
        return stands && place.leaves().size() == 1
                ? remembered(kept.orElseThrow(), request, now).standing()
                : judge(place.chains(), request, stands, now);
    }

    private static boolean standsIn(Place place, Optional<IssuedChain> kept) {
        return kept.isPresent() && place.records().data().containsAll(kept.get().records());
    }

    /// {@return whether a certificate is the answer to a request}: it is remembered with what it takes to be one.
    public boolean isGood(IssuedChain chain, CertificateRequest request, Instant now) {
        return !remembered(chain, request, now).good().isEmpty();
    }

    private Judgement remembered(IssuedChain chain, CertificateRequest request, Instant now) {
        var answer = new Answer(chain, request);
        var known = chains.get(answer);
        if (known == null || !known.holds(now)) {
            known = judge(List.of(chain.chain()), request, false, now);
            chains.put(answer, known);
        }
        return known;
    }

    private Judgement judge(
            List<Chain> candidates, CertificateRequest request, boolean kept, Instant now) {
        var good = new ArrayList<IssuedChain>();
        var objections = new ArrayList<Objection>();
        for (var chain : candidates) {
            switch (look(chain, request, now)) {
                case Look.Good(var verified) -> good.add(IssuedChain.of(verified));
                case Look.Bad(var objection) -> objections.add(objection);
            }
        }
        var worst = objections.stream().min(Comparator.comparing(Objection::anotherKey));
        return new Judgement(List.copyOf(good), worst, kept, now, until(candidates, now));
    }

    /// What the anchors' lifetimes are is not known here: a day is long enough.
    private static Instant until(List<Chain> candidates, Instant now) {
        return candidates.stream()
                .flatMap(chain -> chain.paths().stream().flatMap(List::stream))
                .distinct()
                .flatMap(Judge::turns)
                .filter(turn -> turn.isAfter(now))
                .min(Comparator.naturalOrder())
                .filter(turn -> turn.isBefore(now.plus(Duration.ofDays(1))))
                .orElse(now.plus(Duration.ofDays(1)));
    }

    private static Stream<Instant> turns(Certificate certificate) {
        var lifetime = certificate.lifetime();
        return Stream.of(lifetime.notBefore(), lifetime.notAfter().plusMillis(1));
    }

    /// Forgets what is of no use any more.
    ///
    /// @param places those that are still there
    /// @param kept the certificates that are remembered
    public void keep(Collection<Place> places, Collection<IssuedChain> kept) {
        judgements.keySet().retainAll(new HashSet<>(places));
        var some = new HashSet<>(kept);
        chains.keySet().removeIf(answer -> !some.contains(answer.chain()));
    }
}
