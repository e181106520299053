package io.github.dnscli.certifier.own;

import static io.github.dnscli.certifier.fixture.Certificates.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.Pem;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.authority.RenewalAdvice;
import io.github.dnscli.certifier.authority.Revocation;
import io.github.dnscli.certifier.authority.RevocationReason;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.fixture.OpenSsl;
import io.github.dnscli.certifier.fixture.SteppedClock;
import io.github.dnscli.certifier.state.MemoryStore;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is revoked, and how the lists tell.
class RevocationTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private final SteppedClock clock = new SteppedClock(NOW);
    private final MemoryStore state = new MemoryStore();
    private final PrivateAuthority authority = open();

    private PrivateAuthority open() {
        return Certificates.authority(state, DAY.multipliedBy(90), clock);
    }

    private Issuance.Issued issue(String name) {
        return Certificates.issue(authority, Certificates.request(name));
    }

    private static List<X509CRL> lists(PrivateAuthority issuer) throws Exception {
        var lists = new ArrayList<X509CRL>();
        var factory = CertificateFactory.getInstance("X.509");
        for (var block : Pem.parse(issuer.revocationLists()).blocks("X509 CRL")) {
            lists.add((X509CRL) factory.generateCRL(new ByteArrayInputStream(block.der())));
        }
        return lists;
    }

    private static BigInteger number(X509CRL list) {
        return RevocationListCodec.number(list).orElseThrow();
    }

    private static boolean isListed(X509CRL list, Certificate certificate) {
        return list.getRevokedCertificate(certificate.x509()) != null;
    }

    /// What the platform says of a chain by the lists at hand.
    private void validate(Issuance.Issued issued) throws GeneralSecurityException {
        // What is revoked in this second counts from the next on.
        clock.step(Duration.ofSeconds(1));
        try {
            var parameters =
                    new PKIXParameters(Set.of(new TrustAnchor(authority.root().x509(), null)));
            parameters.setDate(Date.from(clock.instant()));
            var lists = new CollectionCertStoreParameters(lists(authority));
            parameters.addCertStore(CertStore.getInstance("Collection", lists));
            var validator = CertPathValidator.getInstance("PKIX");
            var checker = (PKIXRevocationChecker) validator.getRevocationChecker();
            checker.setOptions(
                    EnumSet.of(
                            PKIXRevocationChecker.Option.PREFER_CRLS,
                            PKIXRevocationChecker.Option.NO_FALLBACK));
            parameters.addCertPathChecker(checker);
            var path = List.of(issued.leaf().x509(), issued.authorities().getFirst().x509());
            validator.validate(
                    CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
        } catch (GeneralSecurityException told) {
            throw told;
        } catch (Exception trouble) {
            throw new AssertionError(trouble);
        }
    }

    @Test
    void thePlatformTakesWhatIsNotRevoked() throws Exception {
        authority.revoke(issue("other.example").leaf(), RevocationReason.SUPERSEDED);

        validate(issue("www.example"));
    }

    @ParameterizedTest
    @EnumSource
    void thePlatformRefusesWhatIsRevokedForAReason(RevocationReason reason) throws Exception {
        var issued = issue("www.example");
        validate(issued);

        assertThat(authority.revoke(issued.leaf(), reason)).isEqualTo(new Revocation.Revoked());

        assertThatThrownBy(() -> validate(issued))
                .isInstanceOf(CertPathValidatorException.class)
                .cause()
                .isInstanceOfSatisfying(
                        CertificateRevokedException.class,
                        revoked -> {
                            assertThat(revoked.getRevocationReason())
                                    .isEqualTo(CRLReason.valueOf(reason.name()));
                            assertThat(revoked.getRevocationDate())
                                    .isEqualTo(NOW.plusSeconds(1).toString());
                        });
        var entry = lists(authority).getLast().getRevokedCertificate(issued.leaf().x509());
        assertThat(entry.hasExtensions()).isEqualTo(reason != RevocationReason.UNSPECIFIED);
    }

    @Test
    void opensslReadsTheListsAndGoesByThem(@TempDir Path folder) throws Exception {
        // Its clock is the real one.
        var own = Certificates.authority(new MemoryStore(), DAY, Instant::now);
        var good = Certificates.issue(own, Certificates.request("good.example"));
        var bad = Certificates.issue(own, Certificates.request("bad.example"));
        own.revoke(bad.leaf(), RevocationReason.KEY_COMPROMISE);
        var openssl = new OpenSsl(folder);
        openssl.write("lists.pem", own.revocationLists());
        openssl.write("list.pem", Pem.parse(own.revocationLists()).blocks().getLast().text());

        var checks = new String[] {"-crl_check_all", "-CRLfile", "lists.pem"};
        var intermediate = good.authorities().getFirst();
        assertThat(openssl.verify(own.root(), intermediate, good.leaf(), checks))
                .isEqualTo(new OpenSsl.Said("leaf.pem: OK\n", 0));
        assertThat(openssl.verify(own.root(), intermediate, bad.leaf(), checks).text())
                .contains("certificate revoked");
        var shown =
                openssl.run(
                        "crl", "-in", "list.pem", "-noout", "-text", "-CAfile", "intermediate.pem");
        assertThat(shown.text())
                .contains("verify OK", "X509v3 Authority Key Identifier", "X509v3 CRL Number")
                .containsIgnoringCase(bad.leaf().x509().getSerialNumber().toString(16))
                .contains("Key Compromise");
    }

    @Test
    void thereIsAListForTheRootAndForEachIntermediate() throws Exception {
        var first = issue("www.example");
        state.remove("intermediate.pem");
        var second = Certificates.issue(open(), Certificates.request("www.example"));
        authority.revoke(first.leaf(), RevocationReason.SUPERSEDED);
        authority.revoke(second.leaf(), RevocationReason.SUPERSEDED);

        var lists = lists(authority);

        assertThat(lists).hasSize(3);
        assertThat(lists.getFirst().getRevokedCertificates()).isNull();
        for (var issued : List.of(first, second)) {
            var issuer = issued.authorities().getFirst().x509();
            var list =
                    lists.stream()
                            .filter(
                                    l ->
                                            l.getIssuerX500Principal()
                                                    .equals(issuer.getSubjectX500Principal()))
                            .findFirst()
                            .orElseThrow();
            list.verify(issuer.getPublicKey());
            assertThat(list.getRevokedCertificates()).hasSize(1);
            assertThat(isListed(list, issued.leaf())).isTrue();
        }
    }

    @Test
    void anIntermediateCanBeRevokedAndIssuesNoMore() throws Exception {
        var issued = issue("www.example");
        var intermediate = issued.authorities().getFirst();

        authority.revoke(intermediate, RevocationReason.KEY_COMPROMISE);

        assertThat(isListed(lists(authority).getFirst(), intermediate)).isTrue();
        assertThatThrownBy(() -> validate(issued)).isInstanceOf(CertPathValidatorException.class);
        var next = issue("www.example");
        assertThat(next.authorities()).doesNotContain(intermediate);
        validate(next);
    }

    @Test
    void whatOthersIssuedIsNotRevoked() throws Exception {
        issue("www.example");
        var other = Certificates.authority(new MemoryStore(), DAY, clock);
        var foreign = Certificates.issue(other, Certificates.request("www.example")).leaf();

        assertThat(authority.revoke(foreign, RevocationReason.UNSPECIFIED))
                .isEqualTo(
                        new Revocation.Refused(
                                "the certificate was issued by '%s', and not by this authority"
                                        .formatted(foreign.issuer())));
        assertThat(authority.revoke(authority.root(), RevocationReason.UNSPECIFIED).toString())
                .contains("a root cannot be revoked");
        assertThat(state.names("revoked")).isEmpty();
    }

    @Test
    void whatHasExpiredIsNotRevoked() throws Exception {
        var leaf = issue("www.example").leaf();
        clock.step(DAY.multipliedBy(91));

        assertThat(authority.revoke(leaf, RevocationReason.UNSPECIFIED))
                .isEqualTo(
                        new Revocation.Refused(
                                "the certificate expired on " + leaf.lifetime().notAfter()));
    }

    @Test
    void theFirstReasonAndTimeStay() throws Exception {
        var leaf = issue("www.example").leaf();
        authority.revoke(leaf, RevocationReason.SUPERSEDED);
        clock.step(DAY);

        assertThat(authority.revoke(leaf, RevocationReason.CESSATION_OF_OPERATION))
                .isEqualTo(new Revocation.Revoked());

        var entry = lists(authority).getLast().getRevokedCertificate(leaf.x509());
        assertThat(entry.getRevocationReason()).isEqualTo(CRLReason.SUPERSEDED);
        assertThat(entry.getRevocationDate()).isEqualTo(NOW.toString());
    }

    @Test
    void listsAreMadeAnewWhenHalfOfTheirTimeIsOver() throws Exception {
        issue("www.example");
        var first = authority.revocationLists();
        clock.step(WEEK.dividedBy(2).minusHours(2));
        var same = authority.revocationLists();
        clock.step(Duration.ofHours(2));
        var next = authority.revocationLists();

        assertThat(same).isEqualTo(first);
        assertThat(next).isNotEqualTo(first);
        var list = lists(authority).getLast();
        assertThat(list.getNextUpdate()).isEqualTo(clock.instant().plus(WEEK).toString());
        assertThat(list.getThisUpdate()).isBefore(clock.instant());
    }

    @Test
    void listNumbersGrowEvenWhereTheClockStands() throws Exception {
        var numbers = new ArrayList<BigInteger>();
        for (int i = 0; i < 5; i++) {
            authority.revoke(issue("www.example").leaf(), RevocationReason.SUPERSEDED);
            numbers.add(number(lists(authority).getLast()));
        }
        state.names("lists").forEach(name -> state.remove("lists/" + name));
        clock.step(Duration.ofSeconds(1));
        numbers.add(number(lists(authority).getLast()));

        assertThat(numbers).isSorted().doesNotHaveDuplicates();
        assertThat(numbers.getLast().bitLength()).isLessThan(160);
    }

    @Test
    void anEntryStaysUntilAListAfterItsEndHasToldIt() throws Exception {
        var leaf = issue("www.example").leaf();
        authority.revoke(leaf, RevocationReason.SUPERSEDED);
        lists(authority);

        clock.step(DAY.multipliedBy(91));
        assertThat(isListed(lists(authority).getLast(), leaf)).isTrue();
        clock.step(DAY);
        assertThat(isListed(lists(authority).getLast(), leaf)).isTrue();
        clock.step(DAY.multipliedBy(4));
        assertThat(isListed(lists(authority).getLast(), leaf)).isFalse();
        assertThat(state.names("revoked")).isEmpty();
    }

    @Test
    void anExpiredIntermediateIsForgottenWithAllThatIsItsOwn() throws Exception {
        authority.revoke(issue("www.example").leaf(), RevocationReason.SUPERSEDED);
        lists(authority);
        clock.step(DAY.multipliedBy(366));

        assertThat(lists(authority)).hasSize(1);

        assertThat(state.names("revoked")).isEmpty();
        assertThat(state.names("intermediates")).isEmpty();
        assertThat(state.names("lists")).hasSize(1);
    }

    @Test
    void whatIsRevokedIsNotForgottenWithItsIssuerBeforeItExpires() throws Exception {
        authority.revoke(issue("www.example").leaf(), RevocationReason.SUPERSEDED);
        state.remove("intermediate.pem");
        state.names("intermediates").forEach(name -> state.remove("intermediates/" + name));

        assertThat(lists(authority)).hasSize(1);
        assertThat(state.names("revoked")).hasSize(1);
        clock.step(DAY.multipliedBy(91));
        lists(authority);
        assertThat(state.names("revoked")).isEmpty();
    }

    @Test
    void whatAnotherProcessRevokesIsSeen() throws Exception {
        var leaf = issue("www.example").leaf();
        var before = lists(authority).getLast();
        open().revoke(leaf, RevocationReason.SUPERSEDED);

        var after = lists(authority).getLast();

        assertThat(isListed(before, leaf)).isFalse();
        assertThat(isListed(after, leaf)).isTrue();
        assertThat(open().revocationLists()).isEqualTo(authority.revocationLists());
    }

    @Test
    void aRevokedCertificateIsToBeRenewedAtOnce() throws Exception {
        var leaf = issue("www.example").leaf();
        assertThat(authority.advice(leaf)).isEmpty();

        open().revoke(leaf, RevocationReason.SUPERSEDED);

        assertThat(authority.advice(leaf))
                .contains(
                        new RenewalAdvice(
                                NOW, NOW, Optional.empty(), NOW.plus(Duration.ofHours(1))));
        assertThat(authority.advice(issue("www.example").leaf())).isEmpty();
    }

    @Test
    void aCompromisedKeyGetsNoOtherCertificate() throws Exception {
        var request = Certificates.request("www.example");
        var leaf = Certificates.issue(authority, request).leaf();
        authority.revoke(leaf, RevocationReason.SUPERSEDED);
        assertThat(authority.issue(Certificates.order(request)))
                .isInstanceOf(Issuance.Issued.class);

        authority.revoke(leaf, RevocationReason.KEY_COMPROMISE);

        assertThat(open().issue(Certificates.order(request)))
                .isInstanceOfSatisfying(
                        Issuance.Refused.class,
                        refused -> {
                            assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.REJECTED);
                            assertThat(refused.failure().problem()).contains("make a new one");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "revoked yesterday\nreason SUPERSEDED\nexpires never\n"})
    void aDamagedRevocationIsToldAndNotPassedOver(String text) throws Exception {
        var leaf = issue("www.example").leaf();
        authority.revoke(leaf, RevocationReason.SUPERSEDED);
        var name = "revoked/" + state.names("revoked").getFirst();
        state.write(name, text);

        assertThatIOException()
                .isThrownBy(authority::revocationLists)
                .withMessageContaining("a revocation by the private authority is damaged: '" + name)
                .withMessageContaining("remove it and revoke again");
    }

    @Test
    void aDamagedIntermediateIsToldWhereItsListIsNeeded() throws Exception {
        var leaf = issue("www.example").leaf();
        var name = "intermediates/" + state.names("intermediates").getFirst();
        state.write(name, "nonsense");

        assertThatIOException()
                .isThrownBy(authority::revocationLists)
                .withMessageContaining(
                        "an intermediate of the private authority is damaged: '" + name + "'");
        assertThatIOException()
                .isThrownBy(() -> authority.revoke(leaf, RevocationReason.SUPERSEDED));
        assertThat(issue("www.example").leaf()).isNotEqualTo(leaf);
    }

    @Test
    void aDamagedListIsMadeAnew() throws Exception {
        issue("www.example");
        lists(authority);
        for (var name : state.names("lists")) {
            state.write("lists/" + name, "nonsense");
        }

        assertThat(lists(authority)).hasSize(2);
    }

    @Test
    void theListsAreNoSecretAndHoldNone() throws Exception {
        issue("www.example");

        assertThat(authority.revocationLists()).doesNotContain("PRIVATE");
    }
}
