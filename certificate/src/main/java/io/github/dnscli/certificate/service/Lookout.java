package io.github.dnscli.certificate.service;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certificate.ChainVerifier;
import io.github.dnscli.certificate.Expectation;
import io.github.dnscli.certificate.Fitness;
import io.github.dnscli.certificate.Reason;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.certificate.VerifiedChain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Judges certificates: which is the answer to a request, and good. Of each that is not it speaks
/// once.
final class Lookout {

    /// Certificates of the same place; far more than stand at one.
    private static final int REMEMBERED = 256;

    private final IdentityParts parts;
    private final Set<Certificate> passedOver = new HashSet<>();

    Lookout(IdentityParts parts) {
        this.parts = parts;
    }

    /// {@return the best chain of what stands in the DNS}
    ///
    /// @param requests those whose answers are looked for; what answers none of them is told
    Map<CertificateRequest, VerifiedChain> best(
            TlsaBundle bundle, List<CertificateRequest> requests) {
        var now = parts.clock().instant();
        var best = new HashMap<CertificateRequest, VerifiedChain>();
        for (var chain : bundle.chains()) {
            var verdicts = requests.stream().map(request -> judge(chain, request, now)).toList();
            for (int i = 0; i < verdicts.size(); i++) {
                if (verdicts.get(i) instanceof Judged.Good(var good)) {
                    best.merge(requests.get(i), good, Lookout::longer);
                }
            }
            tell(chain.leaf(), verdicts);
        }
        return best;
    }

    private static VerifiedChain longer(VerifiedChain one, VerifiedChain other) {
        return List.of(one, other).stream()
                .max(Comparator.comparing(chain -> chain.leaf().lifetime().notAfter()))
                .orElseThrow();
    }

    /// What a chain is to a request.
    private sealed interface Judged {

        record Good(VerifiedChain chain) implements Judged {}

        record Bad(List<Reason> reasons) implements Judged {}
    }

    private Judged judge(Chain chain, CertificateRequest request, Instant now) {
        return switch (Fitness.of(chain.leaf(), request, now, Duration.ZERO)) {
            case Fitness.Unfit(var reasons) -> new Judged.Bad(reasons);
            case Fitness.Fits _ ->
                    switch (ChainVerifier.verify(
                            chain, Expectation.of(request, now, parts.anchors()))) {
                        case Verdict.Verified(var verified) -> new Judged.Good(verified);
                        case Verdict.Rejected(_, var reasons) -> new Judged.Bad(reasons);
                    };
        };
    }

    private void tell(Certificate leaf, List<Judged> verdicts) {
        var bad = new ArrayList<List<Reason>>();
        for (var verdict : verdicts) {
            if (verdict instanceof Judged.Bad(var reasons)) {
                bad.add(reasons);
            }
        }
        if (bad.size() < verdicts.size()) {
            return;
        }
        if (passedOver.size() >= REMEMBERED) {
            passedOver.clear();
        }
        if (passedOver.add(leaf)) {
            var fewest = bad.stream().min(Comparator.comparingInt(List::size)).orElseThrow();
            parts.listener().accept(new IdentityEvent.PassedOver(leaf, fewest));
        }
    }

    /// {@return a kept chain, if it answers a request and is good}
    Optional<VerifiedChain> kept(List<Certificate> certificates, CertificateRequest request) {
        if (certificates.isEmpty()) {
            return Optional.empty();
        }
        var chain = Chain.of(certificates.getFirst(), certificates.subList(1, certificates.size()));
        var judged = judge(chain, request, parts.clock().instant());
        tell(chain.leaf(), List.of(judged));
        return switch (judged) {
            case Judged.Good(var good) -> Optional.of(good);
            case Judged.Bad _ -> Optional.empty();
        };
    }
}
