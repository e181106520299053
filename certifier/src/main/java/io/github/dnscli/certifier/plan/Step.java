package io.github.dnscli.certifier.plan;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.VerifiedChain;
import io.github.dnscli.certifier.policy.Place;
import io.github.dnscli.common.record.RecordData;
import java.time.Instant;
import java.util.List;

/// What is to be done about one signing request, wherever it stands.
public sealed interface Step {

    /// Order a certificate and write it to all places.
    ///
    /// @param why what is wrong with the certificates there, for people
    record Issue(CertificateRequest request, List<Place> places, String why) implements Step {}

    /// Write a certificate that is good, and stands in another place already.
    ///
    /// @param places where it is missing
    record Publish(CertificateRequest request, VerifiedChain chain, List<Place> places)
            implements Step {}

    /// Do nothing: the certificate is good in all places.
    ///
    /// @param due when to renew it
    record Rest(CertificateRequest request, Instant due) implements Step {}

    /// Grant nothing.
    ///
    /// @param data the record of the request, which may be none
    /// @param places where it stands
    /// @param reason why, for people
    record Refuse(RecordData data, List<Place> places, String reason) implements Step {}
}
