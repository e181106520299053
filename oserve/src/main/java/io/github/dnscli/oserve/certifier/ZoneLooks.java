package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.ZoneSource;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.certifier.primary.Trouble;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// Zones of a server, as they were when they were last looked at: for who does not stay to follow them.
final class ZoneLooks implements ZoneSource {

    /// What came of a look at one zone.
    sealed interface Look {

        /// {@return the zone's name}
        DomainName zone();

        /// It is as it was.
        record Same(DomainName zone) implements Look {}

        /// It is new, or another.
        record Read(Zone read) implements Look {
            @Override
            public DomainName zone() {
                return read.origin();
            }
        }

        /// It cannot be seen.
        record Failed(DomainName zone, Trouble trouble) implements Look {}
    }

    private final PrimaryServer server;
    private final List<DomainName> names;
    private final Map<DomainName, Zone> seen = new ConcurrentSkipListMap<>();

    /// Has seen nothing yet.
    ZoneLooks(PrimaryServer server, List<DomainName> names) {
        this.server = server;
        this.names = List.copyOf(names);
    }

    @Override
    public Collection<Zone> zones() {
        return List.copyOf(seen.values());
    }

    /// {@return what comes of a look at each zone}; those that have not changed are not fetched again
    List<Look> look() {
        var looks = new ArrayList<Look>();
        for (var name : names) {
            var look = look(name);
            if (look instanceof Look.Read(var zone)) {
                seen.put(name, zone);
            }
            looks.add(look);
        }
        return looks;
    }

    private Look look(DomainName zone) {
        try (var exchange = server.open()) {
            return switch (exchange.ask(Query.of(zone, RecordType.SOA), server.key())) {
                case Reply.Failed failed -> new Look.Failed(zone, Trouble.of(failed));
                case Reply.Accepted(var message) -> look(exchange, zone, serial(zone, message));
            };
        } catch (IOException failure) {
            return new Look.Failed(zone, Trouble.of(failure));
        }
    }

    private static Optional<Serial> serial(DomainName zone, Message message) {
        return message.answers(RecordType.SOA).stream()
                .filter(answer -> answer.owner().equals(zone))
                .map(MessageRecord::data)
                .flatMap(Optional::stream)
                .map(data -> Soa.of(data).serial())
                .findFirst();
    }

    private Look look(Exchange exchange, DomainName zone, Optional<Serial> serial)
            throws IOException {
        if (serial.isEmpty()) {
            return new Look.Failed(
                    zone,
                    new Trouble.Refusal("server %s has no such zone".formatted(server.address())));
        }
        boolean isKnown = Optional.ofNullable(seen.get(zone)).flatMap(Zone::serial).equals(serial);
        return isKnown ? new Look.Same(zone) : fetch(exchange, zone);
    }

    private Look fetch(Exchange exchange, DomainName zone) throws IOException {
        return switch (exchange.transfer(Transfer.of(zone), server.key())) {
            case TransferReply.Failed(var reply) -> new Look.Failed(zone, Trouble.of(reply));
            case TransferReply.Complete(var whole, _) -> new Look.Read(whole);
            case TransferReply.Differences _, TransferReply.UpToDate _, TransferReply.TooLong _ ->
                    throw new IllegalStateException("an answer to another kind of transfer");
        };
    }
}
