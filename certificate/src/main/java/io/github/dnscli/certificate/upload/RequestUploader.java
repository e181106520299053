package io.github.dnscli.certificate.upload;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.FoundZone;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.wire.Rcode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Puts a request into the DNS, at the place of each of its names.
public final class RequestUploader {

    private static final int ATTEMPTS = 3;

    private final Exchange exchange;
    private final TsigKey key;
    private final CertificateRequest request;
    private final UploadListener listener;

    /// Prepares to put a request into the DNS.
    ///
    /// @param exchange with the server that has the places
    /// @param key what to sign updates with
    /// @param listener hears where it is put
    public RequestUploader(
            Exchange exchange, TsigKey key, CertificateRequest request, UploadListener listener) {
        this.exchange = exchange;
        this.key = key;
        this.request = request;
        this.listener = listener;
    }

    /// Puts it there, with three attempts against others who write at the same time.
    ///
    /// @return what came of it
    /// @throws IOException if the server does not answer
    public Upload upload() throws IOException {
        Upload upload = new Upload.Overtaken();
        for (int i = 0; i < ATTEMPTS && upload instanceof Upload.Overtaken; i++) {
            upload = attempt();
        }
        return upload;
    }

    private Upload attempt() throws IOException {
        var places = new ArrayList<UploadPlace>();
        for (var service : services()) {
            switch (new PlaceFinder(exchange).find(service)) {
                case FoundPlace.Unknown(var failure) -> {
                    var problem =
                            "no records of %s: %s"
                                    .formatted(failure.place(), failure.reply().problem());
                    return new Upload.Failed(problem, Optional.of(failure.reply()));
                }
                case FoundPlace.Known(var place) -> places.add(place);
            }
        }
        places.removeIf(place -> place.isDone(request));
        if (places.isEmpty()) {
            return new Upload.Standing();
        }
        return sortByZone(places);
    }

    /// The place of HOST comes last, so that nobody answers the request before it stands everywhere.
    private List<ServiceName> services() {
        return request.names().stream().map(ServiceName::new).distinct().toList().reversed();
    }

    private Upload sortByZone(List<UploadPlace> places) throws IOException {
        var zones = new LinkedHashMap<DomainName, List<UploadPlace>>();
        for (var place : places) {
            switch (UpdateZone.find(exchange, key, place.owner())) {
                case FoundZone.Found(var zone) -> addLast(zones, zone, place);
                case FoundZone.Unknown(var problem) -> {
                    return new Upload.Failed("request not uploaded: " + problem, Optional.empty());
                }
                case FoundZone.Failed(var reply) -> {
                    return failed("zone of '%s'".formatted(place.owner().display()), reply);
                }
            }
        }
        return upload(zones);
    }

    /// A zone moves to the end with every place in it, so that the zone of the last place is the last.
    private static void addLast(
            SequencedMap<DomainName, List<UploadPlace>> zones, DomainName zone, UploadPlace place) {
        var places = new ArrayList<>(zones.getOrDefault(zone, List.of()));
        places.add(place);
        zones.putLast(zone, places);
    }

    private Upload upload(SequencedMap<DomainName, List<UploadPlace>> zones) throws IOException {
        for (var zone : zones.sequencedEntrySet()) {
            var upload = upload(zone.getKey(), zone.getValue());
            if (!(upload instanceof Upload.Written)) {
                return upload;
            }
        }
        return new Upload.Written();
    }

    private Upload upload(DomainName zone, List<UploadPlace> places) throws IOException {
        var update = Update.of(zone);
        for (var place : places) {
            update = place.addTo(update, request);
        }
        return switch (exchange.ask(update, key)) {
            case Reply.Accepted _ -> {
                listener.uploaded(zone, places.stream().map(UploadPlace::owner).toList());
                yield new Upload.Written();
            }
            case Reply.Refused refused when isOvertaken(refused.rcode()) -> new Upload.Overtaken();
            case Reply.Failed reply -> failed("zone '%s'".formatted(zone.display()), reply);
        };
    }

    /// The server says that a prerequisite does not hold.
    private static boolean isOvertaken(Rcode rcode) {
        return rcode.equals(Rcode.YXRRSET) || rcode.equals(Rcode.NXRRSET);
    }

    private static Upload failed(String where, Reply.Failed reply) {
        return new Upload.Failed(
                "request not uploaded to %s: %s".formatted(where, reply.problem()),
                Optional.of(reply));
    }
}
