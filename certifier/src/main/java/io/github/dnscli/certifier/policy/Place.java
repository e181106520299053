package io.github.dnscli.certifier.policy;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certificate.DecodedRequest;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import java.util.List;
import java.util.stream.Stream;

/// The TLSA records of one name where signing requests may stand, taken apart once, and the hosts whose place that is.
///
/// A host's place is `_letsencrypt._tcp.HOST`, or the name at which the aliases end that begin there. So a place can be
/// that of several hosts, and its name can be any.
public final class Place {

    /// Owner, type, class, TTL and length (RFC 1035 §3.2.1).
    private static final int RECORD_HEAD = 2 + 2 + 2 + 4 + 2;

    private final DomainName zone;
    private final List<DomainName> hosts;
    private final PlaceContent content;

    Place(DomainName zone, List<DomainName> hosts, PlaceContent content) {
        this.zone = zone;
        this.hosts = List.copyOf(hosts);
        this.content = content;
    }

    /// {@return the zone it is in}
    public DomainName zone() {
        return zone;
    }

    /// {@return the name that owns the records}
    public DomainName owner() {
        return content.records().owner();
    }

    /// {@return whose place it is, at least one host}
    public List<DomainName> hosts() {
        return hosts;
    }

    /// {@return all its TLSA records, those of other purposes included}
    public RecordSet records() {
        return content.records();
    }

    /// {@return how many octets its records take in a message, the owner compressed}
    public int octets() {
        return records().data().stream().mapToInt(data -> RECORD_HEAD + data.length()).sum();
    }

    /// {@return the certificates of services in it}
    public List<Certificate> leaves() {
        return content.leaves();
    }

    /// {@return a chain for each certificate of a service in it}; put in order at the first call, by signatures.
    public List<Chain> chains() {
        return content.chains();
    }

    /// {@return the signing requests in it, readable or not}
    public List<Asked> asked() {
        return content.asked();
    }

    /// {@return the requests that can be read}
    public Stream<CertificateRequest> readableRequests() {
        return asked().stream()
                .flatMap(
                        asked ->
                                switch (asked.decoded()) {
                                    case DecodedRequest.Valid(var request) -> Stream.of(request);
                                    case DecodedRequest.Invalid _ -> Stream.empty();
                                });
    }

    PlaceContent content() {
        return content;
    }

    /// {@return the owner, for people}
    @Override
    public String toString() {
        return owner().display();
    }
}
