package io.github.dnscli.certifier;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.RenewalAdvice;
import io.github.dnscli.certifier.primary.Trouble;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import java.time.Instant;
import java.util.List;

/// Something that happened while certifying. Places are told by the names that own their TLSA records.
public sealed interface CertifierEvent {

    /// A request is refused. Told once, not in every pass.
    ///
    /// @param data the record of the request
    /// @param places where it stands
    /// @param reason why, for people, as in "it asks for …"
    record Refused(RecordData data, List<DomainName> places, String reason)
            implements CertifierEvent {}

    /// The authority issued a certificate, and it is kept.
    ///
    /// @param authority the authority's [id][io.github.dnscli.certifier.authority.CertificateAuthority#id()]
    /// @param why what there was a need for it, for people
    record Issued(CertificateRequest request, Certificate leaf, String authority, String why)
            implements CertifierEvent {}

    /// There is no certificate.
    ///
    /// @param failure why
    /// @param retry when the authority is asked again
    record NotIssued(CertificateRequest request, Failure failure, Instant retry)
            implements CertifierEvent {}

    /// A request has been ordered as often as it may be within seven days. Told once for each time it is reached.
    ///
    /// @param orders how many there were
    /// @param opens when it may be ordered again
    record LimitReached(CertificateRequest request, int orders, Instant opens)
            implements CertifierEvent {}

    /// The server has taken a certificate into the zone.
    record Published(CertificateRequest request, Certificate leaf, DomainName place)
            implements CertifierEvent {}

    /// A certificate could not be written into the zone. It is kept, and not ordered again.
    ///
    /// @param retry when it is tried again
    record NotPublished(
            CertificateRequest request, DomainName place, Trouble trouble, Instant retry)
            implements CertifierEvent {}

    /// A certificate was not written, because somebody has changed the place since it was seen. It is looked at again as
    /// soon as the change is seen: no error.
    record Overtaken(CertificateRequest request, DomainName place) implements CertifierEvent {}

    /// A request that had been granted is gone from all its places: its certificate is not renewed any more.
    ///
    /// @param names what it asked for
    /// @param places where it stood
    record Withdrawn(List<DomainName> names, List<DomainName> places) implements CertifierEvent {}

    /// A certificate has been revoked: it is replaced if its request still stands.
    record RevocationSeen(CertificateRequest request, Certificate leaf) implements CertifierEvent {}

    /// The authority has said for the first time, or otherwise than before, when a certificate is to be renewed (RFC
    /// 9773).
    ///
    /// @param renewal the moment picked in its window
    record AdviceMoved(
            CertificateRequest request, Certificate leaf, RenewalAdvice advice, Instant renewal)
            implements CertifierEvent {}

    /// The authority cannot be asked when a certificate is to be renewed. What was known last holds.
    ///
    /// @param problem why, for people
    /// @param retry when it is asked again
    record AdviceFailed(CertificateRequest request, String problem, Instant retry)
            implements CertifierEvent {}

    /// The place of a host is an alias that leads nowhere within the zones watched. Told once.
    ///
    /// @param place the name that the alias stands at
    /// @param problem where it leads, for people
    record AliasLost(DomainName place, String problem) implements CertifierEvent {}

    /// What an earlier process left behind is still there.
    ///
    /// @param problem what and why, for people
    /// @param retry when it is tried again
    record TidyFailed(String problem, Instant retry) implements CertifierEvent {}

    /// Something kept cannot be read or written. What cannot be read is set aside.
    ///
    /// @param problem what and why, for people
    record StateTrouble(String problem) implements CertifierEvent {}
}
