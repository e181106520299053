package io.github.dnscli.certificate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Judges whether a chain is to be trusted for hosts, a key, and a time.
///
/// Paths are validated by the CertPath API of the Java platform (RFC 5280 §6), hosts by RFC 9525: dNSNames only, and a
/// wildcard stands for exactly one leftmost label. Revocation is not looked at: certificates of this road are
/// short-lived, and their authorities have given up OCSP.
public final class ChainVerifier {

    private static final Set<String> SERVER_USES = Set.of("1.3.6.1.5.5.7.3.1", "2.5.29.37.0");

    /// A piece of a path that a trust anchor issued.
    private record Anchored(List<Certificate> path, Certificate anchor) {

        VerifiedChain verified() {
            var certificates = new ArrayList<>(path);
            if (!anchor.isSelfSigned()) {
                certificates.add(anchor);
            }
            return new VerifiedChain(certificates, anchor);
        }
    }

    private final Expectation expectation;

    private ChainVerifier(Expectation expectation) {
        this.expectation = expectation;
    }

    /// {@return what to think of a chain}
    public static Verdict verify(Chain chain, Expectation expectation) {
        return new ChainVerifier(expectation).judge(chain);
    }

    /// {@return what to think of the best of several chains: the good one that lasts longest, or else the one with the
    /// fewest faults}
    ///
    /// @throws IllegalArgumentException if there is none
    public static Verdict verifyBest(List<Chain> chains, Expectation expectation) {
        return chains.stream()
                .map(chain -> verify(chain, expectation))
                .min(
                        Comparator.comparingInt(ChainVerifier::faults)
                                .thenComparing(
                                        ChainVerifier::lastsUntil, Comparator.reverseOrder()))
                .orElseThrow(() -> new IllegalArgumentException("no chain to verify"));
    }

    private static int faults(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Verified _ -> 0;
            case Verdict.Rejected(_, var reasons) -> reasons.size();
        };
    }

    private static Instant lastsUntil(Verdict verdict) {
        var leaf =
                switch (verdict) {
                    case Verdict.Verified(var chain) -> chain.leaf();
                    case Verdict.Rejected(var chain, _) -> chain.leaf();
                };
        return leaf.lifetime().notAfter();
    }

    private Verdict judge(Chain chain) {
        var reasons = new ArrayList<>(leafReasons(chain.leaf()));
        var candidates = candidates(chain);
        var judged = candidates.stream().map(this::pathReasons).toList();
        int good = judged.indexOf(List.of());
        if (good >= 0 && reasons.isEmpty()) {
            return new Verdict.Verified(candidates.get(good).verified());
        }
        if (candidates.isEmpty()) {
            reasons.addAll(dateReasons(chain.paths().getFirst()));
            reasons.add(unanchored(chain.paths().getFirst().getLast()));
        } else if (good < 0) {
            reasons.addAll(judged.getFirst());
        }
        return new Verdict.Rejected(chain, List.copyOf(reasons));
    }

    /// The pieces worth validating, those under roots before those under other anchors, the shorter first: what is
    /// above a trusted root, such as its cross-signature by an older one, is better left out.
    private List<Anchored> candidates(Chain chain) {
        return chain.paths().stream()
                .flatMap(this::anchoredPiecesOf)
                .distinct()
                .sorted(
                        Comparator.comparing((Anchored piece) -> !piece.anchor().isSelfSigned())
                                .thenComparingInt(piece -> piece.path().size()))
                .toList();
    }

    private Stream<Anchored> anchoredPiecesOf(List<Certificate> path) {
        return Stream.iterate(1, length -> length <= path.size(), length -> length + 1)
                .flatMap(
                        length ->
                                expectation.anchors().issuersOf(path.get(length - 1)).stream()
                                        .map(a -> new Anchored(path.subList(0, length), a)));
    }

    private List<Reason> leafReasons(Certificate leaf) {
        var reasons = new ArrayList<Reason>();
        expectation.hosts().stream()
                .filter(host -> !leaf.covers(host))
                .forEach(host -> reasons.add(new Reason.WrongHost(host, leaf.names())));
        expectation
                .key()
                .filter(key -> !key.equals(leaf.publicKey()))
                .ifPresent(key -> reasons.add(new Reason.WrongKey(key, leaf.publicKey())));
        leaf.extendedKeyUsage()
                .filter(uses -> uses.stream().noneMatch(SERVER_USES::contains))
                .ifPresent(uses -> reasons.add(new Reason.NotForServers(leaf.subject(), uses)));
        return reasons;
    }

    private List<Reason> pathReasons(Anchored piece) {
        var all = new ArrayList<>(piece.path());
        all.add(piece.anchor());
        var dates = dateReasons(all);
        return dates.isEmpty()
                ? PathValidation.reasons(piece.path(), piece.anchor(), expectation.at())
                : dates;
    }

    private List<Reason> dateReasons(List<Certificate> certificates) {
        var at = expectation.at();
        var reasons = new ArrayList<Reason>();
        for (var certificate : certificates) {
            var lifetime = certificate.lifetime();
            if (at.isAfter(lifetime.notAfter())) {
                reasons.add(new Reason.Expired(certificate.subject(), lifetime.notAfter(), at));
            } else if (at.isBefore(lifetime.notBefore())) {
                reasons.add(
                        new Reason.NotYetValid(certificate.subject(), lifetime.notBefore(), at));
            }
        }
        return reasons;
    }

    private Reason unanchored(Certificate last) {
        var anchors = expectation.anchors();
        return last.isSelfSigned()
                ? new Reason.UntrustedRoot(
                        last.subject(), anchors.nameIssuerOf(last), anchors.source())
                : new Reason.MissingLink(last.subject(), last.issuer(), anchors.source());
    }
}
