package io.github.dnscli.certifier.ledger;

import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.RenewalAdvice;
import io.github.dnscli.common.name.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
}
