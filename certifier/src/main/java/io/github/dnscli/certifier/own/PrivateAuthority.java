package io.github.dnscli.certifier.own;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.TrustAnchors;
import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.authority.CompromisedKeys;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.authority.Order;
import io.github.dnscli.certifier.authority.RenewalAdvice;
import io.github.dnscli.certifier.authority.Revocation;
import io.github.dnscli.certifier.authority.RevocationReason;
import io.github.dnscli.certifier.own.CertificateForm.Role;
import io.github.dnscli.certifier.state.StateStore;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// An authority of one's own: a root that people come to trust by hand, and an intermediate below it that issues.
///
/// The root lasts 20 years. The intermediate may issue only for names in the zones that are served (RFC 5280 §4.2.1.10), so
/// that whoever steals its key gains no other names. It is made again, with a new key, when it is lost, damaged, revoked or
/// would not outlive a certificate issued now; when a name is asked for in a zone that has come; and when a zone is still
/// away a day after that was seen. What its predecessors issued stays good. If the root zone is served, or more than 64 zones none of which
/// is below another, it may issue for every name: they would make it too large to travel in the DNS. Both have keys on P-256
/// and sign with ECDSA and SHA-256. Serial numbers are 128 random bits.
///
/// Several processes may work on one state: all that is read is read afresh but the intermediate in use, and nothing that
/// one writes is overwritten by another. They need a [StateStore] whose texts are written wholly or not at all. That the
/// first of them is alone when it makes the root is for whoever opens the state to see to.
public final class PrivateAuthority implements CertificateAuthority {

    private static final Duration ROOT_LIFETIME = Duration.ofDays(20 * 365 + 5);
    private static final Duration ADVICE = Duration.ofHours(1);
    private static final String ROOT_LOST =
            "the root of the authority is lost: there are intermediates, and no 'root.pem'; put it back from your copy, or"
                    + " begin a new authority in another state folder";

    private static final int MAX_COMMON_NAME = 64;
    private static final int ORDERS_AT_ONCE = 2;

    private final PrivateSettings settings;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Issuers issuers;
    private final Revocations revocations;
    private final RevocationLists lists;
    private final Intermediates intermediates;

    private PrivateAuthority(
            Issuers issuers,
            PrivateSettings settings,
            Supplier<Set<DomainName>> zones,
            InstantSource clock,
            SecureRandom random) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.issuers = issuers;
        this.revocations = new Revocations(issuers.state());
        this.lists = new RevocationLists(issuers, revocations, settings.listLifetime(), random);
        this.intermediates =
                new Intermediates(
                        issuers, revocations, settings.lifetime(), new ServedZones(zones), random);
    }

    /// {@return the authority that is kept in a state; if none is, a new one, which is kept from now on}
    ///
    /// @param zones the zones that are served right now; asked when a certificate is issued, and may be called by any thread
    /// @param random makes keys and serial numbers
    /// @throws IOException if the state cannot be read or written
    public static OpenedAuthority open(
            StateStore state,
            PrivateSettings settings,
            Supplier<Set<DomainName>> zones,
            InstantSource clock,
            SecureRandom random)
            throws IOException {
        var kept = Issuers.keptRoot(state);
        if (kept.isEmpty() && Issuers.isRootLost(state)) {
            return new OpenedAuthority.Damaged(ROOT_LOST);
        }
        var root =
                kept.isPresent()
                        ? kept.get()
                        : new Issuer.Parsed.Valid(newRoot(state, clock, random));
        return switch (root) {
            case Issuer.Parsed.Valid(var issuer) ->
                    new OpenedAuthority.Opened(
                            new PrivateAuthority(
                                    new Issuers(state, issuer), settings, zones, clock, random));
            case Issuer.Parsed.Invalid(var problem) ->
                    new OpenedAuthority.Damaged(
                            "the root of the authority is damaged: 'root.pem': %s; put it back from your copy"
                                    .formatted(problem));
        };
    }

    private static Issuer newRoot(StateStore state, InstantSource clock, SecureRandom random)
            throws IOException {
        var key = CertificateKey.generate(KeyType.P256, 0, random);
        var form =
                new CertificateForm(
                        new Role.Root(),
                        "dns-cli root " + CertificateForm.mark(key.publicKey()),
                        key.publicKey(),
                        CertificateForm.newSerial(random),
                        CertificateForm.lasting(clock.instant(), ROOT_LIFETIME));
        var root = new Issuer(CertificateCodec.selfSigned(form, key), key);
        Issuers.keepRoot(state, root);
        return root;
    }

    /// {@return the certificate of the root, for those who want to trust this authority}
    public Certificate root() {
        return issuers.root().certificate();
    }

    @Override
    public String id() {
        return "private";
    }

    /// {@return the root, as the only thing to rest on}
    public TrustAnchors anchors() {
        return TrustAnchors.of(List.of(root()), "the root of the private authority");
    }

    @Override
    public Optional<TrustAnchors> anchors(Chain chain) {
        return Optional.of(anchors());
    }

    @Override
    public int ordersAtOnce() {
        return ORDERS_AT_ONCE;
    }

    @Override
    public Issuance issue(Order order) throws IOException {
        var now = clock.instant();
        var end = root().lifetime().notAfter();
        if (end.isBefore(now.plus(PrivateSettings.MIN_LIFETIME))) {
            return refused(
                    Failure.Kind.LOCAL,
                    "the root of the private authority expires on %s; begin a new one in another state folder"
                            .formatted(end));
        }
        if (revocations.isCompromised(order.request().publicKey())) {
            return CompromisedKeys.refusal();
        }
        return switch (intermediates.choose(order.request().names(), now)) {
            case IssuerChoice.Foreign foreign -> refused(Failure.Kind.LOCAL, problem(foreign));
            case IssuerChoice.Chosen(var issuer) -> issue(order, issuer, now);
        };
    }

    private static Issuance refused(Failure.Kind kind, String problem) {
        return new Issuance.Refused(new Failure(kind, problem));
    }

    private static String problem(IssuerChoice.Foreign foreign) {
        return "the private authority issues for names in the zones served, %s, and '%s' is in none of them"
                .formatted(
                        foreign.served().zones().isEmpty() ? "now none" : foreign.served(),
                        foreign.names().getFirst().display());
    }

    private Issuance issue(Order order, Issuer issuer, Instant now) throws IOException {
        order.slip().placed("");
        var leaf = CertificateCodec.issuedBy(issuer, leafForm(order, now).within(issuer));
        return new Issuance.Issued(leaf, List.of(issuer.certificate()));
    }

    private CertificateForm leafForm(Order order, Instant now) {
        var names = order.request().names();
        return new CertificateForm(
                new Role.Service(names),
                commonName(names),
                order.request().publicKey(),
                CertificateForm.newSerial(random),
                CertificateForm.lasting(now, settings.lifetime()));
    }

    private static String commonName(List<DomainName> names) {
        String first = names.getFirst().display();
        return first.length() > MAX_COMMON_NAME ? "" : first;
    }

    /// {@return that a certificate shall be renewed at once, if it was revoked}
    @Override
    public Optional<RenewalAdvice> advice(Certificate leaf) throws IOException {
        if (!revocations.speakOf(leaf)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var issuer = issuers.issuerOf(leaf, now);
        var revoked =
                issuer.isPresent()
                        ? revocations.find(issuer.get(), leaf)
                        : Optional.<RevokedCertificate>empty();
        return revoked.map(
                one -> new RenewalAdvice(one.at(), one.at(), Optional.empty(), now.plus(ADVICE)));
    }

    /// Revokes a certificate that this root or one of its intermediates issued. It stands in [#revocationLists()] from then
    /// on; if its key is compromised, no other certificate is issued for it.
    @Override
    public Revocation revoke(Certificate leaf, RevocationReason reason) throws IOException {
        var now = clock.instant();
        if (leaf.equals(root())) {
            return new Revocation.Refused(
                    "a root cannot be revoked: take it out of the trust anchors of those who trust it");
        }
        var end = leaf.lifetime().notAfter();
        if (now.isAfter(end)) {
            return new Revocation.Refused("the certificate expired on %s".formatted(end));
        }
        var issuer = issuers.issuerOf(leaf, now);
        if (issuer.isEmpty()) {
            return new Revocation.Refused(
                    "the certificate was issued by '%s', and not by this authority"
                            .formatted(leaf.issuer()));
        }
        revocations.add(issuer.get(), leaf, reason, now);
        return new Revocation.Revoked();
    }

    /// {@return the revocation lists of the root and of each intermediate that has not expired, one PEM block each (RFC 5280
    /// §5, RFC 7468 §7)}
    ///
    /// A list counts for as long as the settings say. It is made anew when half of that is over, and when something was
    /// revoked that it does not tell, be it by another process. A certificate stands in it until it has expired.
    ///
    /// @throws IOException if the state cannot be read or written, or is damaged; the message says what
    public synchronized String revocationLists() throws IOException {
        return lists.current(clock.instant()).stream()
                .map(RevocationList::pem)
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return "private authority '" + root().subject() + "'";
    }
}
