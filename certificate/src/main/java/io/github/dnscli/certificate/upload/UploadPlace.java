package io.github.dnscli.certificate.upload;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.DecodedRequest;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.Update;
import java.util.List;

/// A name where the request shall stand, and what stands there now.
///
/// @param service the host whose place it is
/// @param owner the name; another than the service's own where an alias leads away
/// @param present the TLSA data there
record UploadPlace(DomainName service, DomainName owner, List<RecordData> present) {

    private static final Ttl TTL = new Ttl(3600);

    /// {@return whether nothing has to be done here}
    boolean isDone(CertificateRequest request) {
        return present.contains(request.data()) && outdated(request).isEmpty();
    }

    /// {@return an update that also puts the request here, in place of older ones for the same}
    ///
    /// Two ways to fail unnoticed are closed by prerequisites: what is added beside an alias is silently ignored (RFC
    /// 2136 §3.4.2.2), and somebody may have been here since we looked.
    Update addTo(Update update, CertificateRequest request) {
        var more = update.setAbsent(owner, RecordType.CNAME);
        if (present.isEmpty()) {
            more = more.setAbsent(owner, RecordType.TLSA);
        }
        for (var old : outdated(request)) {
            more = more.deleteRecord(owner, old);
        }
        return more.add(new ResourceRecord(owner, TTL, request.data()));
    }

    private List<RecordData> outdated(CertificateRequest request) {
        return TlsaBundle.of(present).requestData().stream()
                .filter(data -> !data.equals(request.data()))
                .filter(data -> isOutdatedBy(request, data))
                .toList();
    }

    /// A request of which nothing can be read is of no use to anybody, at the place of HOST. All others belong to the host
    /// they name first: one that stands here as the proof of another host's right stays.
    private boolean isOutdatedBy(CertificateRequest request, RecordData data) {
        var host = request.names().getFirst();
        return switch (TlsaBundle.of(List.of(data)).requests().getFirst()) {
            case DecodedRequest.Invalid _ -> service.equals(host);
            case DecodedRequest.Valid(var old) ->
                    old.publicKey().equals(request.publicKey())
                            || old.names().getFirst().equals(host);
        };
    }
}
