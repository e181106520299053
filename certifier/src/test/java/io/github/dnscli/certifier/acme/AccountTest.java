package io.github.dnscli.certifier.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.fixture.FakeAcme;
import io.github.dnscli.certifier.fixture.FakeAcmeStep;
import io.github.dnscli.certifier.fixture.FakeAcmeTrouble;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.certifier.state.StateStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The account with an authority: opened once, kept, lost, changed.
class AccountTest {

    private final InstantSource clock = InstantSource.system();
    private final MemoryStore state = new MemoryStore();
    private FakeAcme acme;
    private ServedProofs proofs;

    @BeforeEach
    void start() throws IOException {
        acme = FakeAcme.start(clock);
        proofs = ServedProofs.start();
    }

    @AfterEach
    void stop() {
        acme.close();
        proofs.close();
    }

    private AcmeAuthority authority(AcmeSettings settings) {
        return AcmeAuthority.of(settings, proofs, state, clock);
    }

    private AcmeAuthority authority() {
        return authority(Acme.settings(acme));
    }

    private void issue(AcmeAuthority authority) throws IOException {
        Acme.issued(
                authority,
                Acme.order(Certificates.request("www.example"), new KeptSlip(), clock.instant()));
    }

    private Failure refusal(AcmeAuthority authority) throws IOException {
        return Acme.refused(
                authority,
                Acme.order(Certificates.request("www.example"), new KeptSlip(), clock.instant()));
    }

    private String keyText() throws IOException {
        var name =
                state.names("acme").stream().filter(n -> n.endsWith(".key")).findFirst().orElse("");
        return state.read("acme/" + name).orElseThrow();
    }

    @Test
    void saysNothingBeforeItIsNeeded() {
        assertThat(authority())
                .hasToString(
                        "ACME authority '" + acme.directory() + "' (" + acme.directory() + ")");
        assertThat(authority().id()).isEqualTo(acme.directory().toString());
        assertThat(authority().ordersAtOnce()).isEqualTo(8);
        assertThat(acme.count(FakeAcmeStep.DIRECTORY)).isZero();
    }

    @Test
    void opensAnAccountOnceAndKeepsIt() throws IOException {
        issue(authority());
        issue(authority());
        assertThat(acme.accounts()).isEqualTo(1);
        assertThat(acme.count(FakeAcmeStep.ACCOUNT)).isEqualTo(1);
        assertThat(acme.contacts()).containsExactly("mailto:hostmaster@example.com");
        assertThat(keyText()).contains("PRIVATE KEY");
    }

    @Test
    void readsTheDirectoryOnceForManyOrders() throws IOException {
        var authority = authority();
        issue(authority);
        issue(authority);
        assertThat(acme.count(FakeAcmeStep.DIRECTORY)).isEqualTo(1);
    }

    @Test
    void findsTheAccountByItsKeyAgain() throws IOException {
        issue(authority());
        var name = state.names("acme").stream().filter(n -> n.endsWith(".account")).findFirst();
        state.remove("acme/" + name.orElseThrow());
        issue(authority());
        assertThat(acme.accounts()).isEqualTo(1);
    }

    @Test
    void opensAnotherWhenTheAuthorityHasForgottenIt() throws IOException {
        issue(authority());
        var key = keyText();
        acme.forgetAccounts();
        issue(authority());
        assertThat(acme.accounts()).isEqualTo(1);
        assertThat(keyText()).isEqualTo(key);
    }

    @Test
    void saysWhatToDoAboutAClosedAccount() throws IOException {
        issue(authority());
        acme.deactivateAccounts();
        assertThat(refusal(authority()))
                .isEqualTo(
                        new Failure(
                                Failure.Kind.ACCOUNT,
                                "ACME authority '"
                                        + acme.directory()
                                        + "' refuses: unauthorized: the account is deactivated; if the account is closed, remove its key, in 'acme/', from the state to have another one opened"));
    }

    @Test
    void saysWhereToAgreeToNewTerms() throws IOException {
        acme.once(
                FakeAcmeStep.ORDER,
                FakeAcmeTrouble.problem(403, "userActionRequired", "Terms have changed")
                        .see("https://ca.example/agree"));
        assertThat(refusal(authority()))
                .isEqualTo(
                        new Failure(
                                Failure.Kind.ACCOUNT,
                                "ACME authority '%s' refuses: userActionRequired: Terms have changed, see https://ca.example/agree; its terms: %s"
                                        .formatted(
                                                acme.directory(),
                                                acme.directory().resolve("/terms"))));
    }

    @Test
    void tellsOfNewContactsOnce() throws IOException {
        issue(authority());
        var settings = Acme.contacts(Acme.settings(acme), "mailto:other@example.com");
        issue(authority(settings));
        issue(authority(settings));
        assertThat(acme.contacts()).containsExactly("mailto:other@example.com");
        // It is opened, looked at, and changed.
        assertThat(acme.count(FakeAcmeStep.ACCOUNT)).isEqualTo(3);
    }

    @Test
    void tellsAnAccountOfOldOfItsContacts() throws IOException {
        var key = Certificates.key();
        issue(authority(Acme.accountKey(Acme.settings(acme), key)));
        var settings =
                Acme.contacts(
                        Acme.accountKey(Acme.settings(acme), key), "mailto:other@example.com");
        issue(AcmeAuthority.of(settings, proofs, new MemoryStore(), clock));
        assertThat(acme.accounts()).isEqualTo(1);
        assertThat(acme.contacts()).containsExactly("mailto:other@example.com");
    }

    @Test
    void usesTheKeyThatIsGiven() throws IOException {
        issue(authority());
        issue(authority(Acme.accountKey(Acme.settings(acme), Certificates.key())));
        assertThat(acme.accounts()).isEqualTo(2);
    }

    @Test
    void makesAKeyOfTheTypeThatIsWanted() throws IOException {
        issue(authority(Acme.accountKeyType(Acme.settings(acme), KeyType.RSA, 2048)));
        assertThat(keyText()).hasSizeGreaterThan(1600);
    }

    @Test
    void refusesAKeyThatAcmeCannotUse() throws IOException {
        var settings = Acme.accountKeyType(Acme.settings(acme), KeyType.ED25519, 0);
        assertThat(refusal(authority(settings)))
                .isEqualTo(
                        new Failure(
                                Failure.Kind.ACCOUNT,
                                "an account key of type 'ed25519' cannot be used; use one of type 'p256', 'p384', 'p521' or 'rsa'"));
        assertThat(state.names("acme")).isEmpty();
    }

    @Test
    void namesADamagedKey() throws IOException {
        issue(authority());
        var name =
                state.names("acme").stream().filter(n -> n.endsWith(".key")).findFirst().orElse("");
        state.write("acme/" + name, "nonsense");
        assertThatThrownBy(() -> issue(authority()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "the account key 'acme/" + name + "' in the state is damaged");
    }

    @Test
    void saysWhatAnAuthorityWantsThatOpensNoAccounts() throws IOException {
        acme.requireExternalAccount();
        assertThat(refusal(authority()))
                .isEqualTo(
                        new Failure(
                                Failure.Kind.ACCOUNT,
                                "ACME authority '"
                                        + acme.directory()
                                        + "' opens accounts only for those who have one with it already: give '--eab-kid' and '--eab-hmac', which it hands out at "
                                        + acme.directory().resolve("/site")));
    }

    @Test
    void needsNoExternalAccountForOneThatIsOpen() throws IOException {
        var key = Certificates.key();
        issue(authority(Acme.accountKey(Acme.settings(acme), key)));
        acme.requireExternalAccount();
        issue(
                AcmeAuthority.of(
                        Acme.accountKey(Acme.settings(acme), key),
                        proofs,
                        new MemoryStore(),
                        clock));
        assertThat(acme.accounts()).isEqualTo(1);
    }

    @Test
    void doesNotShowABadSecret() throws IOException {
        var settings = Acme.external(Acme.settings(acme), "kid-1", "s3cret!");
        assertThat(refusal(authority(settings)).problem())
                .isEqualTo(
                        "the HMAC key of the external account 'kid-1' is not base64url, as authorities hand it out");
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @Test
    void changesTheKey() throws IOException {
        var authority = authority();
        issue(authority);
        var before = keyText();
        assertThat(authority.rollOver()).isInstanceOf(KeyRollover.Changed.class);
        assertThat(keyText()).isNotEqualTo(before);
        assertThat(state.names("acme")).noneMatch(name -> name.endsWith(".next-key"));
        issue(authority);
        assertThat(acme.accounts()).isEqualTo(1);
    }

    @Test
    void changesNoKeyWhereThereIsNoAccount() throws IOException {
        assertThat(authority().rollOver())
                .isEqualTo(
                        new KeyRollover.Refused(
                                "there is no account with this authority in the state; one is opened when a certificate is"
                                        + " ordered"));
        assertThat(acme.accounts()).isZero();
        assertThat(state.names("acme")).isEmpty();
    }

    @Test
    void hearsOfAKeyThatAnotherProcessHasChanged() throws IOException {
        var running = authority();
        issue(running);
        authority().rollOver();
        issue(running);
        assertThat(acme.accounts()).isEqualTo(1);
    }

    @Test
    void carriesOnAnOrderWithAKeyThatAnotherProcessHasChangedMeanwhile() throws IOException {
        issue(authority());
        var other = authority();
        acme.validation(
                (_, _) -> {
                    assertThatCode(other::rollOver).doesNotThrowAnyException();
                    return Optional.empty();
                });
        issue(authority());
        assertThat(acme.orders()).hasSize(2);
        assertThat(acme.accounts()).isEqualTo(1);
    }

    @Test
    void placesNoSecondOrderWhereTheFirstWasRefusedToANewAccount() throws IOException {
        acme.always(FakeAcmeStep.ORDER, FakeAcmeTrouble.problem(403, "unauthorized", "no"));
        refusal(authority());
        assertThat(acme.count(FakeAcmeStep.ORDER)).isEqualTo(1);
    }

    @Test
    void changesNoKeyThatWasGiven() throws IOException {
        var authority = authority(Acme.accountKey(Acme.settings(acme), Certificates.key()));
        assertThat(authority.rollOver())
                .isEqualTo(
                        new KeyRollover.Refused(
                                "the account key was given by '--account-key'; only a key that is kept in the state can be changed"));
    }

    @Test
    void keepsTheOldKeyIfTheAuthorityHasNotHeard() throws IOException {
        issue(authority());
        var before = keyText();
        acme.once(FakeAcmeStep.KEY_CHANGE, FakeAcmeTrouble.unavailable());
        assertThatThrownBy(() -> authority().rollOver())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answers with HTTP status 503");
        issue(authority());
        assertThat(keyText()).isEqualTo(before);
        assertThat(state.names("acme")).noneMatch(name -> name.endsWith(".next-key"));
        assertThat(acme.accounts()).isEqualTo(1);
    }

    @Test
    void findsTheNewKeyAfterACrash() throws IOException {
        issue(authority());
        var before = keyText();
        var crashing = AcmeAuthority.of(Acme.settings(acme), proofs, new Crashing(state), clock);
        assertThatThrownBy(crashing::rollOver).hasMessage("crash");
        assertThat(keyText()).isEqualTo(before);
        issue(authority());
        assertThat(keyText()).isNotEqualTo(before);
        assertThat(acme.accounts()).isEqualTo(1);
    }

    /// A state that cannot replace the key of the account.
    private record Crashing(StateStore state) implements StateStore {

        @Override
        public Optional<String> read(String name) throws IOException {
            return state.read(name);
        }

        @Override
        public void write(String name, String text) throws IOException {
            if (name.endsWith(".key")) {
                throw new IOException("crash");
            }
            state.write(name, text);
        }

        @Override
        public void remove(String name) throws IOException {
            state.remove(name);
        }

        @Override
        public List<String> names(String folder) throws IOException {
            return state.names(folder);
        }
    }
}
