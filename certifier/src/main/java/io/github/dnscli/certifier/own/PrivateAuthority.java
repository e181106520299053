package io.github.dnscli.certifier.own;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certificate.KeyType;
import io.github.dnscli.certificate.Lifetime;
import io.github.dnscli.certificate.SubjectPublicKey;
import io.github.dnscli.certificate.TrustAnchors;
import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.certifier.authority.Order;
import io.github.dnscli.certifier.authority.Revocation;
import io.github.dnscli.certifier.authority.RevocationReason;
import io.github.dnscli.certifier.own.AuthorityState.Item;
import io.github.dnscli.certifier.own.CertificateForm.Role;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// An authority of one's own: a root that people come to trust by hand, and an intermediate below it that issues.
///
/// The root lasts 20 years. The intermediate is made again, with a new key, when it is lost, damaged, or would not
/// outlive a certificate issued now; what its predecessors issued stays good. Both have keys on P-256 and sign with
/// ECDSA and SHA-256. Serial numbers are 128 random bits.
public final class PrivateAuthority implements CertificateAuthority {

    /// How long certificates last unless told otherwise.
    public static final Duration DEFAULT_LIFETIME = Duration.ofDays(90);

    /// The shortest lifetime of certificates.
    public static final Duration MIN_LIFETIME = Duration.ofMinutes(5);

    /// The longest lifetime of certificates: what browsers take even under a root of one's own.
    public static final Duration MAX_LIFETIME = Duration.ofDays(825);

    private static final Duration ROOT_LIFETIME = Duration.ofDays(20 * 365 + 5);
    private static final Duration INTERMEDIATE_LIFETIME = Duration.ofDays(365);
    private static final Duration MAX_BACKDATE = Duration.ofHours(1);
    private static final int SERIAL_BITS = 128;
    private static final int MAX_COMMON_NAME = 64;

    private final AuthorityState state;
    private final Duration lifetime;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Issuer root;
    private Optional<Issuer> intermediate = Optional.empty();

    private PrivateAuthority(
            AuthorityState state,
            Duration lifetime,
            InstantSource clock,
            SecureRandom random,
            Issuer root) {
        this.state = state;
        this.lifetime = lifetime;
        this.clock = clock;
        this.random = random;
        this.root = root;
    }

    /// {@return the authority that is kept in a state; if none is, a new one, which is kept from now on}
    ///
    /// @param lifetime how long certificates last, [#MIN_LIFETIME] to [#MAX_LIFETIME]
    /// @throws IOException if the state cannot be read or written
    /// @throws IllegalArgumentException if the lifetime is out of range
    public static OpenedAuthority open(
            AuthorityState state, Duration lifetime, InstantSource clock, SecureRandom random)
            throws IOException {
        if (lifetime.compareTo(MIN_LIFETIME) < 0 || lifetime.compareTo(MAX_LIFETIME) > 0) {
            throw new IllegalArgumentException("certificates that last " + lifetime);
        }
        var kept = state.read(Item.ROOT);
        if (kept.isEmpty()) {
            var root = newRoot(clock.instant(), random);
            state.write(Item.ROOT, root.pem());
            return new OpenedAuthority.Opened(
                    new PrivateAuthority(state, lifetime, clock, random, root));
        }
        return switch (Issuer.parse(kept.get())) {
            case Issuer.Parsed.Valid(var root) ->
                    new OpenedAuthority.Opened(
                            new PrivateAuthority(state, lifetime, clock, random, root));
            case Issuer.Parsed.Invalid(var problem) ->
                    new OpenedAuthority.Damaged("the root of the authority is damaged: " + problem);
        };
    }

    private static Issuer newRoot(Instant now, SecureRandom random) {
        var key = CertificateKey.generate(KeyType.P256, 0, random);
        var form =
                new CertificateForm(
                        new Role.Root(),
                        "dns-cli root " + mark(key.publicKey()),
                        key.publicKey(),
                        serial(random),
                        lifetime(now, ROOT_LIFETIME));
        return new Issuer(CertificateCodec.selfSigned(form, key), key);
    }

    /// Tells authorities apart by their names, as programs do that look for an issuer.
    private static String mark(SubjectPublicKey key) {
        return HexFormat.of().formatHex(key.sha256(), 0, 4);
    }

    /// {@return 128 random bits, never zero}
    private static BigInteger serial(SecureRandom random) {
        var serial = new BigInteger(SERIAL_BITS, random);
        return serial.signum() == 0 ? serial(random) : serial;
    }

    /// Begins a little earlier, for clocks that are behind: an hour, or the twelfth part of a short lifetime.
    private static Lifetime lifetime(Instant now, Duration length) {
        var twelfth = length.dividedBy(12);
        var early = twelfth.compareTo(MAX_BACKDATE) < 0 ? twelfth : MAX_BACKDATE;
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        return new Lifetime(
                second.minus(early).truncatedTo(ChronoUnit.SECONDS), second.plus(length));
    }

    /// {@return the certificate of the root, for those who want to trust this authority}
    public Certificate root() {
        return root.certificate();
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
        return 1;
    }

    @Override
    public Revocation revoke(Certificate leaf, RevocationReason reason) {
        return new Revocation.Refused("it keeps no list of what it revoked yet");
    }

    @Override
    public synchronized Issuance issue(Order order) throws IOException {
        var now = clock.instant();
        var end = root().lifetime().notAfter();
        if (end.isBefore(now.plus(MIN_LIFETIME))) {
            return new Issuance.Refused(
                    new Failure(
                            Failure.Kind.LOCAL,
                            "the root of the private authority expires on %s; begin a new one in another state folder"
                                    .formatted(end)));
        }
        var issuer = intermediate(now);
        var leaf = CertificateCodec.issuedBy(issuer, leafForm(order, issuer, now));
        return new Issuance.Issued(leaf, List.of(issuer.certificate()));
    }

    private CertificateForm leafForm(Order order, Issuer issuer, Instant now) {
        var names = order.request().names();
        return new CertificateForm(
                new Role.Service(names),
                commonName(names),
                order.request().publicKey(),
                serial(random),
                within(issuer, lifetime(now, lifetime)));
    }

    private static String commonName(List<DomainName> names) {
        String first = names.getFirst().display();
        return first.length() > MAX_COMMON_NAME ? "" : first;
    }

    /// Nothing may outlive its issuer.
    private static Lifetime within(Issuer issuer, Lifetime wanted) {
        var end = issuer.certificate().lifetime().notAfter();
        return wanted.notAfter().isAfter(end) ? new Lifetime(wanted.notBefore(), end) : wanted;
    }

    private Issuer intermediate(Instant now) throws IOException {
        var usable = intermediate.filter(issuer -> isUsable(issuer, now));
        if (usable.isEmpty()) {
            usable = keptIntermediate().filter(issuer -> isUsable(issuer, now));
        }
        var issuer = usable.isPresent() ? usable.get() : newIntermediate(now);
        intermediate = Optional.of(issuer);
        return issuer;
    }

    private Optional<Issuer> keptIntermediate() throws IOException {
        return state.read(Item.INTERMEDIATE)
                .flatMap(
                        pem ->
                                switch (Issuer.parse(pem)) {
                                    case Issuer.Parsed.Valid(var issuer) -> Optional.of(issuer);
                                    case Issuer.Parsed.Invalid _ -> Optional.empty();
                                });
    }

    private boolean isUsable(Issuer issuer, Instant now) {
        var valid = issuer.certificate().lifetime();
        boolean outlivesLeaf = !valid.notAfter().isBefore(now.plus(lifetime));
        boolean asLongAsCanBe = valid.notAfter().equals(root().lifetime().notAfter());
        return issuer.certificate().isIssuedBy(root())
                && valid.contains(now)
                && (outlivesLeaf || asLongAsCanBe);
    }

    private Issuer newIntermediate(Instant now) throws IOException {
        var key = CertificateKey.generate(KeyType.P256, 0, random);
        var twice = lifetime.multipliedBy(2);
        var length = twice.compareTo(INTERMEDIATE_LIFETIME) > 0 ? twice : INTERMEDIATE_LIFETIME;
        var form =
                new CertificateForm(
                        new Role.Intermediate(),
                        "dns-cli intermediate " + mark(key.publicKey()),
                        key.publicKey(),
                        serial(random),
                        within(root, lifetime(now, length)));
        var issuer = new Issuer(CertificateCodec.issuedBy(root, form), key);
        state.write(Item.INTERMEDIATE, issuer.pem());
        return issuer;
    }

    @Override
    public String toString() {
        return "private authority '" + root().subject() + "'";
    }
}
