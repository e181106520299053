package io.github.dnscli.certifier.ledger;

import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.RenewalAdvice;
import io.github.dnscli.common.name.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How one signing request stands.
///
/// @param id the SHA-256 of its octets, 64 lower-case hexadecimal digits
/// @param names what it asks for; none if it cannot be read
/// @param places the names that own the TLSA records it stands among
/// @param phase how far it is
/// @param refusal why it gets nothing, for people
/// @param certificate its latest certificate
/// @param renewal when that is to be renewed
/// @param advice what the authority says of that, if it does
/// @param attempts how many failed since the last success
/// @param orders how many were placed in the last seven days
/// @param nextTry when the next attempt is due
/// @param failure what came of the last attempt, if nothing
/// @param failed when that was
public record RequestStanding(
        String id,
        List<DomainName> names,
        List<DomainName> places,
        Phase phase,
        Optional<String> refusal,
        Optional<KnownCertificate> certificate,
        Optional<Instant> renewal,
        Optional<RenewalAdvice> advice,
        int attempts,
        int orders,
        Optional<Instant> nextTry,
        Optional<Failure> failure,
        Optional<Instant> failed) {

    /// Copies the lists.
    public RequestStanding {
        names = List.copyOf(names);
        places = List.copyOf(places);
    }

    /// {@return how a request stands by what is remembered of it}
    ///
    /// @param revoked the serial numbers of what has been revoked
    public static RequestStanding of(LedgerEntry entry, Set<String> revoked, Instant now) {
        var certificate =
                entry.chain()
                        .map(
                                kept ->
                                        new KnownCertificate(
                                                kept.chain().leaf(),
                                                kept.authority(),
                                                revoked.contains(
                                                        RevokedMarks.serial(kept.chain().leaf()))));
        return new RequestStanding(
                entry.id(),
                entry.names(),
                entry.places(),
                phase(entry, certificate, now),
                entry.refusal(),
                certificate,
                certificate.map(known -> LedgerMemory.renewal(entry, known.leaf()).at()),
                entry.advice().map(KeptAdvice::advice),
                entry.failures().map(Failures::count).orElse(0),
                (int) entry.orders().stream().filter(order -> OrderBook.counts(order, now)).count(),
                entry.limited()
                        .filter(now::isBefore)
                        .or(() -> entry.failures().map(Failures::next)),
                entry.failures().map(Failures::last),
                entry.failures().map(Failures::at));
    }

    private static Phase phase(
            LedgerEntry entry, Optional<KnownCertificate> certificate, Instant now) {
        if (entry.withdrawn().isPresent()) {
            return Phase.WITHDRAWN;
        }
        if (entry.refusal().isPresent()) {
            return Phase.REFUSED;
        }
        if (entry.limited().filter(now::isBefore).isPresent()) {
            return Phase.LIMITED;
        }
        if (entry.failures().isPresent()) {
            return Phase.WAITING;
        }
        if (entry.pending().isPresent()) {
            return Phase.ORDERING;
        }
        boolean serves =
                certificate
                        .filter(known -> !known.revoked() && now.isBefore(known.notAfter()))
                        .isPresent();
        if (!serves) {
            return Phase.WAITING;
        }
        return entry.chain().filter(KeptChain::settled).isPresent()
                ? Phase.SETTLED
                : Phase.PUBLISHING;
    }

    /// {@return the same in another phase}
    public RequestStanding in(Phase other) {
        return new RequestStanding(
                id,
                names,
                places,
                other,
                refusal,
                certificate,
                renewal,
                advice,
                attempts,
                orders,
                nextTry,
                failure,
                failed);
    }
}
