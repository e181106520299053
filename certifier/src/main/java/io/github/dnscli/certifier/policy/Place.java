package io.github.dnscli.certifier.policy;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.DecodedRequest;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Tlsa;
import io.github.dnscli.common.zone.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands at one `_letsencrypt._tcp.HOST` of a zone, taken apart once.
public final class Place {

    /// Owner, type, class, TTL and length (RFC 1035 §3.2.1).
    private static final int RECORD_HEAD = 2 + 2 + 2 + 4 + 2;

    private final DomainName zone;
    private final ServiceName service;
    private final RecordSet records;
    private final TlsaBundle bundle;
    private final Map<RecordData, DecodedRequest> requests = new LinkedHashMap<>();

    private Place(DomainName zone, ServiceName service, RecordSet records) {
        this.zone = zone;
        this.service = service;
        this.records = records;
        this.bundle = TlsaBundle.of(records);
        for (var data : bundle.requestData()) {
            requests.put(data, CertificateRequest.decode(Tlsa.of(data).association()));
        }
    }

    /// {@return the places of a zone, names in canonical order}
    ///
    /// @param known places of an earlier version of it, to be taken over where nothing changed
    public static List<Place> of(Zone zone, Collection<Place> known) {
        var byRecords = known.stream().collect(Collectors.toMap(Place::records, p -> p));
        var places = new ArrayList<Place>();
        for (var set : tlsaSets(zone)) {
            var old = Optional.ofNullable(byRecords.get(set));
            service(zone, set)
                    .map(service -> old.orElseGet(() -> new Place(zone.origin(), service, set)))
                    .ifPresent(places::add);
        }
        return List.copyOf(places);
    }

    private static List<RecordSet> tlsaSets(Zone zone) {
        return zone.recordSets().filter(set -> set.type().equals(RecordType.TLSA)).toList();
    }

    /// Below a cut the zone has no say: who may write there is up to the zone below. A `*` in the middle of a name is a
    /// label like any other, and no host.
    private static Optional<ServiceName> service(Zone zone, RecordSet set) {
        var owner = set.owner();
        boolean star = owner.labelCount() > 2 && owner.parent().parent().isWildcard();
        return star || zone.cut(owner).isPresent() ? Optional.empty() : ServiceName.ofOwner(owner);
    }

    /// {@return the zone it is in}
    public DomainName zone() {
        return zone;
    }

    /// {@return whose place it is}
    public ServiceName service() {
        return service;
    }

    /// {@return all its TLSA records, those of other purposes included}
    public RecordSet records() {
        return records;
    }

    /// {@return how many octets its records take in a message, the owner compressed}
    public int octets() {
        return records.data().stream().mapToInt(data -> RECORD_HEAD + data.length()).sum();
    }

    /// {@return the certificates in it}
    public TlsaBundle bundle() {
        return bundle;
    }

    /// {@return the signing requests in it, and what their octets are}
    public Map<RecordData, DecodedRequest> requests() {
        return requests;
    }

    /// {@return the requests that can be read}
    public Stream<CertificateRequest> readableRequests() {
        return requests.values().stream()
                .flatMap(
                        decoded ->
                                switch (decoded) {
                                    case DecodedRequest.Valid(var request) -> Stream.of(request);
                                    case DecodedRequest.Invalid _ -> Stream.empty();
                                });
    }

    @Override
    public String toString() {
        return service.toString();
    }
}
