package io.github.dnscli.certifier.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.ChainVerifier;
import io.github.dnscli.certificate.Expectation;
import io.github.dnscli.certificate.TrustAnchors;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.authority.Revocation;
import io.github.dnscli.certifier.authority.RevocationReason;
import io.github.dnscli.certifier.challenge.Presentation;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.testkit.PebblePlan;
import io.github.dnscli.testkit.PebbleServer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A real authority that offers several chains, and only to those who have an account with it already.
class PebbleChainTest {

    private static final InstantSource CLOCK = InstantSource.system();
    private static final String KEY =
            "zWNDZM6eQGHWpSRTPal5eIUYFTu7EajVIoguysqZ9wG44nMEtx3MUAsUDkMTQ12W";

    private static ServedProofs proofs;
    private static PebbleServer pebble;

    private final MemoryStore state = new MemoryStore();

    @BeforeAll
    static void start() throws IOException {
        proofs = ServedProofs.start();
        pebble =
                PebbleServer.start(
                        proofs.address(),
                        PebblePlan.PLAIN
                                .strict(0)
                                .externalAccount("kid-1", KEY)
                                .chains(2, 3)
                                .reusing());
    }

    @AfterAll
    static void stop() throws IOException {
        if (pebble != null) {
            pebble.close();
        }
        if (proofs != null) {
            proofs.close();
        }
    }

    private static AcmeSettings settings() throws IOException {
        return Acme.external(Acme.settings(pebble), "kid-1", KEY);
    }

    private AcmeAuthority authority(AcmeSettings settings) {
        return AcmeAuthority.of(settings, proofs, state, CLOCK);
    }

    private Issuance.Issued issue(AcmeAuthority authority, String... names) throws IOException {
        return Acme.issued(
                authority,
                Acme.order(Certificates.request(names), new KeptSlip(), CLOCK.instant()));
    }

    private Failure refusal(AcmeSettings settings) throws IOException {
        return Acme.refused(
                authority(settings),
                Acme.order(Certificates.request("www.example"), new KeptSlip(), CLOCK.instant()));
    }

    private static void assertEndsAt(int chain, Issuance.Issued issued) throws IOException {
        var root = Certificate.of(pebble.root(chain));
        var verdict =
                ChainVerifier.verify(
                        issued.chain(),
                        new Expectation(
                                issued.leaf().names(),
                                Optional.empty(),
                                CLOCK.instant(),
                                TrustAnchors.of(List.of(root), "pebble")));
        assertThat(verdict).isInstanceOf(Verdict.Verified.class);
        assertThat(issued.authorities()).hasSize(3).doesNotContain(root);
    }

    @Test
    void leadsToTheRootThatIsPreferred() throws IOException {
        for (int chain : List.of(1, 2)) {
            var name = Certificate.of(pebble.root(chain)).subject();
            var part = name.substring(name.length() - 6).toUpperCase(Locale.ROOT);
            assertEndsAt(
                    chain, issue(authority(Acme.preferredChain(settings(), part)), "www.example"));
        }
    }

    @Test
    void leadsToTheUsualRootIfThePreferredIsNotThere() throws IOException {
        var authority = authority(Acme.preferredChain(settings(), "Nobody's Root"));
        assertEndsAt(0, issue(authority, "www.example"));
    }

    @Test
    void isTrustedByTheUppermostOfItsCertificates() throws IOException {
        var authority = authority(settings());
        var issued = issue(authority, "www.example");
        var anchors = authority.anchors(issued.chain()).orElseThrow();
        assertThat(
                        ChainVerifier.verify(
                                issued.chain(),
                                new Expectation(
                                        issued.leaf().names(),
                                        Optional.empty(),
                                        CLOCK.instant(),
                                        anchors)))
                .isInstanceOf(Verdict.Verified.class);
        var bare = new Issuance.Issued(issued.leaf(), List.of());
        assertThat(authority.anchors(bare.chain())).isEmpty();
    }

    @Test
    void needsNoProofOfANameThatWasProved() throws IOException {
        var authority = authority(settings());
        issue(authority, "proved.example");
        int before = proofs.presented().size();
        issue(authority, "proved.example", "*.proved.example");
        assertThat(proofs.presented()).hasSize(before + 1);
        assertThat(proofs.presented().getLast()).hasSize(1);
        issue(authority, "proved.example");
        assertThat(proofs.presented()).hasSize(before + 1);
    }

    @Test
    void opensNoAccountForStrangers() throws IOException {
        assertThat(refusal(Acme.settings(pebble)).problem())
                .contains("give '--eab-kid' and '--eab-hmac', which it hands out");
        var wrongKey = Acme.external(Acme.settings(pebble), "kid-1", "c".repeat(64));
        assertThat(refusal(wrongKey).kind()).isEqualTo(Failure.Kind.ACCOUNT);
        assertThat(refusal(wrongKey).problem()).contains("refuses: ").doesNotContain("cccc");
        var unknown = Acme.external(Acme.settings(pebble), "kid-2", KEY);
        assertThat(refusal(unknown).kind()).isEqualTo(Failure.Kind.ACCOUNT);
    }

    @Test
    void carriesOnAnOrderAfterARestart() throws IOException {
        var slip = new KeptSlip();
        var order = Acme.order(Certificates.request("late.example"), slip, CLOCK.instant());
        proofs.answer(new Presentation.Unseen("not there"));
        Acme.later(authority(settings()), order);
        Acme.issued(authority(settings()), order);
        assertThat(slip.placed()).hasSize(1);
        assertThat(proofs.visible()).isEmpty();
    }

    @Test
    void revokes() throws IOException {
        var authority = authority(settings());
        var leaf = issue(authority, "www.example").leaf();
        for (int time = 0; time < 2; time++) {
            assertThat(authority.revoke(leaf, RevocationReason.SUPERSEDED))
                    .isInstanceOf(Revocation.Revoked.class);
        }
        var stranger =
                Certificates.issue(
                        Certificates.authority(CLOCK), Certificates.request("www.example"));
        assertThat(authority.revoke(stranger.leaf(), RevocationReason.UNSPECIFIED))
                .isInstanceOf(Revocation.Refused.class);
    }

    @Test
    void ordersNothingForAKeyThatOthersMayHave() throws IOException {
        var key = Certificates.key();
        var authority = authority(settings());
        var request = Certificates.request(key, "www.example");
        var leaf =
                Acme.issued(authority, Acme.order(request, new KeptSlip(), CLOCK.instant())).leaf();
        assertThat(authority.revoke(leaf, RevocationReason.KEY_COMPROMISE))
                .isInstanceOf(Revocation.Revoked.class);
        assertThat(
                        Acme.refused(
                                        authority,
                                        Acme.order(request, new KeptSlip(), CLOCK.instant()))
                                .problem())
                .isEqualTo(
                        "a certificate for this key was revoked because somebody else may have the key; make a new one");
        issue(authority, "www.example");
    }

    @Test
    void changesTheKeyOfTheAccount() throws IOException {
        var authority = authority(settings());
        issue(authority, "www.example");
        assertThat(authority.rollOver()).isInstanceOf(KeyRollover.Changed.class);
        issue(authority, "www.example");
    }
}
