package io.github.dnscli.certificate.upload;

import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certificate.fetch.FetchedTlsa;
import io.github.dnscli.certificate.fetch.TlsaFetch;
import io.github.dnscli.certificate.fetch.TlsaPlace;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Finds the names where a request shall stand.
final class PlaceFinder {

    private final Exchange exchange;

    PlaceFinder(Exchange exchange) {
        this.exchange = exchange;
    }

    /// {@return where the request for a host shall stand}: at its service name, or where an alias at that name leads
    ///
    /// @throws IOException if the server does not answer
    FoundPlace find(ServiceName service) throws IOException {
        return switch (TlsaFetch.of(service.owner()).over(exchange)) {
            case FetchedTlsa.Failed failure -> new FoundPlace.Unknown(failure);
            case FetchedTlsa.Nothing(var place) -> known(service, place, List.of());
            case FetchedTlsa.Found(var place, var records) -> known(service, place, records.data());
        };
    }

    private FoundPlace known(ServiceName service, TlsaPlace place, List<RecordData> present)
            throws IOException {
        return place.isAlias() && isFromWildcard(place)
                ? new FoundPlace.Known(new UploadPlace(service.host(), place.asked(), List.of()))
                : new FoundPlace.Known(new UploadPlace(service.host(), place.owner(), present));
    }

    /// An alias that a wildcard makes up, such as `* CNAME www`, leads every name to one and the same place, which is no
    /// place for requests; and it is gone from a name once that has records of its own (RFC 4592 §2.2.1). It shows at
    /// the name above, which would not be an alias if there were anything at this one.
    private boolean isFromWildcard(TlsaPlace place) throws IOException {
        var above = place.asked().parent();
        return aliasOf(above).equals(Optional.of(place.names().get(1)));
    }

    private Optional<DomainName> aliasOf(DomainName name) throws IOException {
        return switch (exchange.ask(Query.of(name, RecordType.CNAME))) {
            case Reply.Accepted(var message) -> TlsaFetch.aliasOf(message, name);
            case Reply.Failed _ -> Optional.empty();
        };
    }
}
