package io.github.dnscli.testkit.certificate;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/// An authority that issues what a test wants: further authorities, and certificates for hosts.
///
/// ```java
/// var root = TestAuthority.root("Root");
/// var intermediate = root.intermediate("R1");
/// var leaf = intermediate.leaf("www.example.com");
/// var late = intermediate.issue(c -> c.hosts("www.example.com").valid(yesterday, today));
/// ```
public final class TestAuthority {

    /// When everything is valid that was not told otherwise.
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Identity identity;

    private TestAuthority(Identity identity) {
        this.identity = identity;
    }

    /// {@return a new root}
    public static TestAuthority root(String commonName) {
        return root(commonName, UnaryOperator.identity());
    }

    /// {@return a new root, shaped by the test}
    public static TestAuthority root(String commonName, UnaryOperator<CertificateShape> shape) {
        var root =
                shape.apply(CertificateShape.fresh().authority().commonName(commonName))
                        .valid(NOW.minus(Duration.ofDays(365)), NOW.plus(Duration.ofDays(3650)));
        return new TestAuthority(root.selfSigned());
    }

    /// {@return an authority below this one}
    public TestAuthority intermediate(String commonName) {
        return intermediate(commonName, UnaryOperator.identity());
    }

    /// {@return an authority below this one, shaped by the test}
    public TestAuthority intermediate(String commonName, UnaryOperator<CertificateShape> shape) {
        return new TestAuthority(issue(c -> shape.apply(c.authority().commonName(commonName))));
    }

    /// {@return the same authority, name and key, with a certificate by another: a cross-signature}
    public TestAuthority crossSignedBy(TestAuthority other) {
        var name = identity.certificate().getSubjectX500Principal();
        return new TestAuthority(
                other.issue(c -> c.authority().subject(name).keys(identity.keys())));
    }

    /// {@return a certificate for hosts, with a key of its own on P-256, valid for 90 days from yesterday on}
    public Identity leaf(String... hosts) {
        return issue(c -> c.commonName(hosts[0]).hosts(hosts));
    }

    /// {@return a certificate for hosts and a public key, as the answer to a request}
    public Identity leafFor(PublicKey key, List<String> hosts) {
        return issue(c -> c.hosts(hosts.toArray(String[]::new)).publicKey(key));
    }

    /// {@return a certificate shaped by the test}
    public Identity issue(UnaryOperator<CertificateShape> shape) {
        return shape.apply(CertificateShape.fresh()).issuedBy(identity);
    }

    /// {@return its certificate and keys}
    public Identity identity() {
        return identity;
    }

    @Override
    public String toString() {
        return identity.toString();
    }
}
