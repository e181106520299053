package io.github.dnscli.certificate;

import static io.github.dnscli.certificate.Judging.certificate;
import static io.github.dnscli.certificate.Judging.chainOf;
import static io.github.dnscli.certificate.Judging.reasonsOf;
import static io.github.dnscli.testkit.certificate.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dnscli.testkit.certificate.Identity;
import io.github.dnscli.testkit.certificate.TestAuthority;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainVerifierTest {

    private static final String HOST = "www.example.com";
    private static final Duration DAY = Duration.ofDays(1);

    private final TestAuthority root = TestAuthority.root("Root");
    private final TestAuthority intermediate = root.intermediate("R1");

    @Test
    void acceptsAChainAndLeavesTheRootOut() {
        var leaf = intermediate.leaf(HOST);

        var chain = verified(leaf, intermediate, root);

        assertThat(chain.certificates())
                .containsExactly(certificate(leaf), certificate(intermediate));
        assertThat(chain.anchor()).isEqualTo(certificate(root));
    }

    @Test
    void writesTheChainLeafFirst() {
        var leaf = intermediate.leaf(HOST);

        assertThat(Pem.of(verified(leaf, root, intermediate)))
                .isEqualTo(leaf.pem() + intermediate.identity().pem());
    }

    @Test
    void acceptsALeafThatTheRootIssuedItself() {
        var leaf = root.leaf(HOST);

        assertThat(verified(leaf).certificates()).containsExactly(certificate(leaf));
    }

    @Test
    void acceptsALeafWithoutSubject() {
        var leaf = intermediate.issue(c -> c.noSubject().hosts(HOST));

        assertThat(verified(leaf, intermediate).leaf()).isEqualTo(certificate(leaf));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "Ed25519", "secp256r1", "secp384r1", "secp521r1"})
    void acceptsEachTypeOfKey(String kind) {
        var authority = root.intermediate("R2", c -> c.keys(kind));
        var leaf = authority.issue(c -> c.hosts(HOST).keys(kind));

        assertThat(verified(leaf, authority).certificates()).hasSize(2);
    }

    @Test
    void namesTheMissingLink() {
        var leaf = intermediate.leaf(HOST);

        assertThat(reasons(leaf))
                .containsExactly(new Reason.MissingLink("CN=" + HOST, "CN=R1", "the test's root"));
        assertThat(messages(leaf))
                .containsExactly(
                        "the certificate of 'CN=R1', which issued 'CN=www.example.com', is missing:"
                                + " it is neither in the chain nor in the test's root");
    }

    @Test
    void takesNoAuthorityOfTheSameNameForAnother() {
        var leaf = intermediate.leaf(HOST);
        var impostor = root.intermediate("R1");

        assertThat(reasons(leaf, impostor)).hasOnlyElementsOfType(Reason.MissingLink.class);
    }

    @Test
    void refusesARootThatOnlyTheChainVouchesFor() {
        var stranger = TestAuthority.root("Stranger");

        assertThat(reasons(stranger.leaf(HOST), stranger))
                .containsExactly(new Reason.UntrustedRoot("CN=Stranger", false, "the test's root"));
    }

    @Test
    void saysThatARootHasAnotherKeyThanTheTrustedOneOfItsName() {
        var again = TestAuthority.root("Root");

        assertThat(messages(again.leaf(HOST), again))
                .containsExactly(
                        "the root 'CN=Root' has another key than the one of this name in the test's root");
    }

    @Test
    void refusesTheWrongKey() {
        var leaf = root.leaf(HOST);
        var other = SubjectPublicKey.of(root.leaf(HOST).keys().getPublic());
        var mine = SubjectPublicKey.of(leaf.keys().getPublic());

        assertThat(Judging.judge(leaf, expecting(mine))).isInstanceOf(Verdict.Verified.class);
        assertThat(reasonsOf(Judging.judge(leaf, expecting(other))))
                .containsExactly(new Reason.WrongKey(other, mine));
    }

    @Test
    void refusesAnExpiredLeafAndSaysSinceWhen() {
        var end = NOW.minusSeconds(1);

        assertThat(messages(root.issue(c -> c.hosts(HOST).valid(end.minus(DAY), end))))
                .containsExactly(
                        "the certificate of 'www.example.com' expired on 2026-11-22T11:59:59Z, and"
                                + " it is 2026-11-22T12:00:00Z");
    }

    @Test
    void acceptsTheFirstAndTheLastSecond() {
        assertThat(judge(root.issue(c -> c.hosts(HOST).valid(NOW, NOW))))
                .isInstanceOf(Verdict.Verified.class);
    }

    @Test
    void refusesALeafThatIsNotYetValid() {
        assertThat(reasons(root.issue(c -> c.hosts(HOST).valid(NOW.plusSeconds(1), NOW.plus(DAY)))))
                .containsExactly(new Reason.NotYetValid(HOST, NOW.plusSeconds(1), NOW));
    }

    @Test
    void refusesAnExpiredAuthority() {
        var old =
                root.intermediate(
                        "Old", c -> c.valid(NOW.minus(DAY.multipliedBy(9)), NOW.minus(DAY)));

        assertThat(reasons(old.leaf(HOST), old))
                .containsExactly(new Reason.Expired("CN=Old", NOW.minus(DAY), NOW));
    }

    @Test
    void refusesAnExpiredTrustAnchor() {
        var later = NOW.plus(DAY.multipliedBy(4000));
        var leaf = root.issue(c -> c.hosts(HOST).valid(NOW, later.plus(DAY)));
        var expectation = Judging.expecting(List.of(HOST), Optional.empty(), later, root);

        assertThat(reasonsOf(Judging.judge(leaf, expectation)))
                .hasSize(1)
                .hasOnlyElementsOfType(Reason.Expired.class);
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        var end = NOW.minusSeconds(1);
        var leaf = intermediate.issue(c -> c.hosts("a.b").valid(end.minus(DAY), end));

        assertThat(reasons(leaf))
                .extracting(reason -> (Object) reason.getClass())
                .containsExactly(
                        Reason.WrongHost.class, Reason.Expired.class, Reason.MissingLink.class);
    }

    @Test
    void refusesAnAuthorityThatIsNone() {
        var plain = root.intermediate("Plain", c -> c.plain());

        assertThat(messages(plain.leaf(HOST), plain))
                .containsExactly(
                        "'CN=Plain' may not issue certificates like this: it is no certificate of"
                                + " an authority");
    }

    @Test
    void refusesTooManyAuthoritiesInARow() {
        var zero =
                root.intermediate(
                        "Zero",
                        c ->
                                c.plain()
                                        .extension(
                                                new ASN1ObjectIdentifier("2.5.29.19"),
                                                true,
                                                new BasicConstraints(0)));
        var below = zero.intermediate("Below");

        assertThat(reasons(below.leaf(HOST), zero, below))
                .hasOnlyElementsOfType(Reason.NotAnAuthority.class);
    }

    @Test
    void holdsAuthoritiesToTheirNames() {
        var constrained = root.intermediate("C", c -> c.permitted("example.com"));

        assertThat(judge(constrained.leaf(HOST, "*.a.example.com"), constrained))
                .isInstanceOf(Verdict.Verified.class);
        assertThat(messages(constrained.leaf(HOST, "www.example.org"), constrained))
                .containsExactly(
                        "an authority of 'CN=www.example.com' may not issue certificates for all of"
                                + " its names: 'www.example.com', 'www.example.org'");
    }

    @Test
    void asksForNoUseButRefusesOthersThanServers() {
        var server = "1.3.6.1.5.5.7.3.1";
        var client = "1.3.6.1.5.5.7.3.2";

        assertThat(judge(root.issue(c -> c.hosts(HOST).uses(server))))
                .isInstanceOf(Verdict.Verified.class);
        assertThat(judge(root.issue(c -> c.hosts(HOST).uses(client, "2.5.29.37.0"))))
                .isInstanceOf(Verdict.Verified.class);
        assertThat(reasons(root.issue(c -> c.hosts(HOST).uses(client))))
                .containsExactly(new Reason.NotForServers(HOST, List.of(client)));
    }

    @Test
    void refusesShortKeys() {
        var leaf = root.issue(c -> c.hosts(HOST).keys(shortRsa()));

        assertThat(reasons(leaf)).hasOnlyElementsOfType(Reason.WeakAlgorithm.class);
    }

    @Test
    void refusesBrokenDigests() {
        var authority = root.intermediate("R2", c -> c.keys("RSA"));
        var leaf = authority.issue(c -> c.hosts(HOST).digest("MD5"));

        assertThat(reasons(leaf, authority)).hasOnlyElementsOfType(Reason.WeakAlgorithm.class);
    }

    @Test
    void refusesCriticalExtensionsItDoesNotKnow() {
        var id = new ASN1ObjectIdentifier("1.2.3.4");
        var leaf = root.issue(c -> c.hosts(HOST).extension(id, true, DERNull.INSTANCE));

        assertThat(reasons(leaf)).hasOnlyElementsOfType(Reason.Malformed.class);
    }

    @Test
    void prefersTheRootToItsCrossSignature() {
        var old = TestAuthority.root("Old");
        var cross = root.crossSignedBy(old);
        var leaf = intermediate.leaf(HOST);

        assertThat(verified(leaf, cross, intermediate).certificates())
                .containsExactly(certificate(leaf), certificate(intermediate));
    }

    @Test
    void takesTheCrossSignatureWhereOnlyTheOldRootIsTrusted() {
        var old = TestAuthority.root("Old");
        var cross = root.crossSignedBy(old);
        var leaf = intermediate.leaf(HOST);
        var expectation = Judging.expecting(List.of(HOST), Optional.empty(), NOW, old);

        var verdict = Judging.judge(leaf, expectation, root, intermediate, cross, old);

        assertThat(chainOf(verdict).certificates())
                .containsExactly(certificate(leaf), certificate(intermediate), certificate(cross));
    }

    @Test
    void findsTheGoodOneOfTwoIntermediatesWithOneKey() {
        var leaf = intermediate.leaf(HOST);
        var expired =
                root.issue(
                        c ->
                                c.authority()
                                        .commonName("R1")
                                        .keys(intermediate.identity().keys())
                                        .valid(NOW.minus(DAY.multipliedBy(2)), NOW.minus(DAY)));
        var bag = List.of(certificate(expired), certificate(intermediate));

        var verdict = ChainVerifier.verify(Chain.of(certificate(leaf), bag), expecting(HOST));

        assertThat(chainOf(verdict).certificates())
                .containsExactly(certificate(leaf), certificate(intermediate));
    }

    @Test
    void keepsATrustedIntermediateInTheChain() {
        var leaf = intermediate.leaf(HOST);
        var expectation = Judging.expecting(List.of(HOST), Optional.empty(), NOW, intermediate);

        assertThat(chainOf(Judging.judge(leaf, expectation)).certificates())
                .containsExactly(certificate(leaf), certificate(intermediate));
    }

    @Test
    void acceptsASelfSignedCertificateThatIsTrustedItself() {
        var own = TestAuthority.root("Own", c -> c.plain().hosts(HOST));
        var expectation = Judging.expecting(List.of(HOST), Optional.empty(), NOW, own);

        assertThat(chainOf(Judging.judge(own.identity(), expectation)).certificates())
                .containsExactly(certificate(own));
        assertThat(reasons(own.identity())).hasOnlyElementsOfType(Reason.UntrustedRoot.class);
    }

    @Test
    void choosesTheChainThatLastsLongest() {
        var brief = root.issue(c -> c.hosts(HOST).valid(NOW, NOW.plus(DAY)));
        var lasting = root.issue(c -> c.hosts(HOST).valid(NOW, NOW.plus(DAY.multipliedBy(2))));
        var wrong = root.issue(c -> c.hosts("a.b").valid(NOW, NOW.plus(DAY.multipliedBy(3))));
        var chains =
                Stream.of(brief, wrong, lasting)
                        .map(leaf -> Chain.of(certificate(leaf), List.of()))
                        .toList();

        assertThat(chainOf(ChainVerifier.verifyBest(chains, expecting(HOST))).leaf())
                .isEqualTo(certificate(lasting));
    }

    @Test
    void hasNoOpinionOnNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChainVerifier.verifyBest(List.of(), expecting(HOST)));
        assertThatIllegalArgumentException().isThrownBy(() -> expecting(new String[0]));
    }

    private static KeyPair shortRsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(768);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Verdict judge(Identity leaf, TestAuthority... bag) {
        return Judging.judge(leaf, expecting(HOST), bag);
    }

    private VerifiedChain verified(Identity leaf, TestAuthority... bag) {
        return chainOf(judge(leaf, bag));
    }

    private List<Reason> reasons(Identity leaf, TestAuthority... bag) {
        return reasonsOf(judge(leaf, bag));
    }

    private List<String> messages(Identity leaf, TestAuthority... bag) {
        return reasons(leaf, bag).stream().map(Reason::message).toList();
    }

    private Expectation expecting(String... hosts) {
        return Judging.expecting(List.of(hosts), Optional.empty(), NOW, root);
    }

    private Expectation expecting(SubjectPublicKey key) {
        return Judging.expecting(List.of(HOST), Optional.of(key), NOW, root);
    }
}
