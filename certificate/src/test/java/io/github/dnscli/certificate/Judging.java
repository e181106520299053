package io.github.dnscli.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.testkit.certificate.Identity;
import io.github.dnscli.testkit.certificate.TestAuthority;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Has leaves judged, in the words of tests.
final class Judging {

    private Judging() {}

    static Verdict judge(Identity leaf, Expectation expectation, TestAuthority... bag) {
        var authorities = Stream.of(bag).map(Judging::certificate).toList();
        return ChainVerifier.verify(Chain.of(certificate(leaf), authorities), expectation);
    }

    static VerifiedChain chainOf(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Verified.class);
        return ((Verdict.Verified) verdict).chain();
    }

    static List<Reason> reasonsOf(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        return ((Verdict.Rejected) verdict).reasons();
    }

    static Expectation expecting(
            List<String> hosts, Optional<SubjectPublicKey> key, Instant at, TestAuthority anchor) {
        return new Expectation(
                hosts.stream().map(DomainName::of).toList(),
                key,
                at,
                TrustAnchors.of(List.of(certificate(anchor)), "the test's root"));
    }

    static Certificate certificate(TestAuthority authority) {
        return certificate(authority.identity());
    }

    static Certificate certificate(Identity identity) {
        return Certificate.of(identity.certificate());
    }
}
