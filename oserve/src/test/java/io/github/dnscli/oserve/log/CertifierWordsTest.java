package io.github.dnscli.oserve.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certifier.CertifierEvent;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.RenewalAdvice;
import io.github.dnscli.certifier.ledger.RevokedMarks;
import io.github.dnscli.certifier.own.OpenedAuthority;
import io.github.dnscli.certifier.own.PrivateAuthority;
import io.github.dnscli.certifier.own.PrivateSettings;
import io.github.dnscli.certifier.primary.Trouble;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertifierWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final DomainName PLACE = DomainName.of("_letsencrypt._tcp.www.example.com");
    private static final CertificateRequest REQUEST =
            CertificateRequest.create(
                    CertificateKey.generate(KeyType.P256, new SecureRandom()),
                    List.of(DomainName.of("www.example.com"), DomainName.of("example.com")));
    private static final String NAMES = "'www.example.com', 'example.com'";

    private final Certificate leaf = root();
    private final String serial = RevokedMarks.serial(leaf);

    private static Certificate root() {
        try {
            return switch (PrivateAuthority.open(
                    new MemoryStore(),
                    PrivateSettings.DEFAULT,
                    Set::of,
                    () -> NOW,
                    new SecureRandom())) {
                case OpenedAuthority.Opened(var authority) -> authority.root();
                case OpenedAuthority.Damaged(var problem) -> throw new AssertionError(problem);
            };
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertSaid(
            CertifierEvent event, LogLevel level, String name, String message) {
        var said = CertifierWords.of(event);
        assertThat(said.level()).isEqualTo(level);
        assertThat(said.name()).isEqualTo(name);
        assertThat(said.message()).isEqualTo(message);
    }

    @Test
    void tellOfSuccess() {
        assertSaid(
                new CertifierEvent.Issued(REQUEST, leaf, "private", "there is none yet"),
                LogLevel.INFO,
                "certificate-issued",
                "issued certificate for %s (serial %s, until %s): there is none yet"
                        .formatted(NAMES, serial, leaf.lifetime().notAfter()));
        assertSaid(
                new CertifierEvent.Published(REQUEST, leaf, PLACE),
                LogLevel.INFO,
                "certificate-published",
                "certificate for " + NAMES + " written to '_letsencrypt._tcp.www.example.com'");
    }

    @Test
    void tellOfFailure() {
        assertSaid(
                new CertifierEvent.NotIssued(
                        REQUEST, new Failure(Failure.Kind.CAA, "CAA forbids it"), NOW),
                LogLevel.ERROR,
                "certificate-not-issued",
                "no certificate for "
                        + NAMES
                        + ": CAA forbids it; next try at 2026-11-25T12:00:00Z");
        assertSaid(
                new CertifierEvent.NotPublished(
                        REQUEST, PLACE, new Trouble.Refusal("REFUSED"), NOW),
                LogLevel.ERROR,
                "certificate-not-published",
                "certificate for "
                        + NAMES
                        + " is not written to '_letsencrypt._tcp.www.example.com': REFUSED; next try at"
                        + " 2026-11-25T12:00:00Z");
        assertSaid(
                new CertifierEvent.LimitReached(REQUEST, 5, NOW),
                LogLevel.WARNING,
                "order-limit",
                "no certificate for "
                        + NAMES
                        + ": it was ordered 5 times within seven days; next try at 2026-11-25T12:00:00Z");
        assertSaid(
                new CertifierEvent.StateTrouble("'requests/x' cannot be read"),
                LogLevel.ERROR,
                "state-trouble",
                "'requests/x' cannot be read");
    }

    @Test
    void tellOfRequests() {
        assertSaid(
                new CertifierEvent.Refused(REQUEST.data(), List.of(PLACE), "it asks for 'x'"),
                LogLevel.WARNING,
                "request-refused",
                "signing request at '_letsencrypt._tcp.www.example.com' is refused: it asks for 'x'");
        assertSaid(
                new CertifierEvent.Withdrawn(REQUEST.names(), List.of(PLACE)),
                LogLevel.INFO,
                "request-withdrawn",
                "signing request for "
                        + NAMES
                        + " is gone: its certificate is not renewed any more");
        assertSaid(
                new CertifierEvent.Overtaken(REQUEST, PLACE),
                LogLevel.DETAIL,
                "place-changed",
                "certificate for "
                        + NAMES
                        + " not written to '_letsencrypt._tcp.www.example.com', which has changed meanwhile: looking"
                        + " again");
        assertSaid(
                new CertifierEvent.AliasLost(PLACE, "it leads to 'x', which is in no zone"),
                LogLevel.WARNING,
                "alias-lost",
                "'_letsencrypt._tcp.www.example.com' is an alias that leads nowhere: it leads to 'x', which is in no zone");
    }

    @Test
    void tellOfRenewal() {
        var advice =
                new RenewalAdvice(
                        NOW.plusSeconds(60),
                        NOW.plusSeconds(120),
                        Optional.of(URI.create("https://ca.example/why")),
                        NOW);
        assertSaid(
                new CertifierEvent.AdviceMoved(REQUEST, leaf, advice, NOW.plusSeconds(90)),
                LogLevel.INFO,
                "renewal-advised",
                "certificate for "
                        + NAMES
                        + " is to be renewed at 2026-11-25T12:01:30Z, as the authority wants it between 2026-11-25T12:01:00Z and"
                        + " 2026-11-25T12:02:00Z; why: https://ca.example/why");
        assertSaid(
                new CertifierEvent.AdviceFailed(REQUEST, "no reply", NOW),
                LogLevel.WARNING,
                "renewal-unknown",
                "the authority cannot be asked when to renew the certificate for "
                        + NAMES
                        + ": no reply; next try at 2026-11-25T12:00:00Z");
        assertSaid(
                new CertifierEvent.RevocationSeen(REQUEST, leaf),
                LogLevel.INFO,
                "revocation-seen",
                "certificate for %s is revoked (serial %s): it is to be replaced"
                        .formatted(NAMES, serial));
        assertSaid(
                new CertifierEvent.TidyFailed("a proof at 'x'", NOW),
                LogLevel.WARNING,
                "not-tidied",
                "what was left behind is still there: a proof at 'x'; next try at 2026-11-25T12:00:00Z");
    }
}
