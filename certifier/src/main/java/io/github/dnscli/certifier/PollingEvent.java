package io.github.dnscli.certifier;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certifier.primary.Trouble;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.Serial;
import java.time.Instant;
import java.util.List;

/// Something that happened while certifying.
public sealed interface PollingEvent {

    /// A zone was read, for the first time or because it has changed.
    ///
    /// @param requests how many signing requests stand in it
    record ZoneRead(DomainName zone, Serial serial, int requests) implements PollingEvent {}

    /// A zone could not be read.
    ///
    /// @param retry when it is tried again
    record ZoneFailed(DomainName zone, Trouble trouble, Instant retry) implements PollingEvent {}

    /// A request is refused. Told once, not in every pass.
    ///
    /// @param data the record of the request
    /// @param places where it stands
    /// @param reason why, for people, as in "it asks for …"
    record Refused(RecordData data, List<ServiceName> places, String reason)
            implements PollingEvent {}

    /// The authority issued a certificate.
    ///
    /// @param why what there was a need for it, for people
    record Issued(CertificateRequest request, Certificate leaf, String why)
            implements PollingEvent {}

    /// The authority did not issue a certificate.
    ///
    /// @param problem why, for people
    /// @param retry when it is asked again
    record NotIssued(CertificateRequest request, String problem, Instant retry)
            implements PollingEvent {}

    /// A certificate stands in the zone.
    record Published(CertificateRequest request, Certificate leaf, ServiceName place)
            implements PollingEvent {}

    /// A certificate could not be written into the zone.
    ///
    /// @param retry when it is tried again
    record NotPublished(
            CertificateRequest request, ServiceName place, Trouble trouble, Instant retry)
            implements PollingEvent {}
}
