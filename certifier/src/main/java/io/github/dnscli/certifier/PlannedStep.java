package io.github.dnscli.certifier;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import java.time.Instant;
import java.util.List;

/// What a pass of a [Certifier] would do about one request.
public sealed interface PlannedStep {

    /// {@return the names that own the TLSA records it is about}
    List<DomainName> places();

    /// It would order a certificate and write it to all places.
    ///
    /// @param why what there is a need for it, for people
    record Issue(CertificateRequest request, List<DomainName> places, String why)
            implements PlannedStep {}

    /// It would write a certificate that is already there to places where it is missing.
    record Publish(CertificateRequest request, List<DomainName> places) implements PlannedStep {}

    /// It would do nothing before a time, though something is to be done.
    ///
    /// @param why what it waits for, for people
    record Wait(CertificateRequest request, List<DomainName> places, String why, Instant until)
            implements PlannedStep {}

    /// It would do nothing: the certificate is good in all places.
    ///
    /// @param renewal when to renew it
    record Rest(CertificateRequest request, List<DomainName> places, Instant renewal)
            implements PlannedStep {}

    /// It would refuse the request.
    ///
    /// @param data the record of the request
    /// @param reason why, for people
    record Refuse(RecordData data, List<DomainName> places, String reason) implements PlannedStep {}
}
