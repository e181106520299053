package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.ZoneSource;
import io.github.dnscli.certifier.ledger.BackOff;
import io.github.dnscli.certifier.ledger.Delays;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Zones that are fetched whenever their serials have changed.
final class PolledZones implements ZoneSource {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    /// Hears what comes of looking at zones.
    interface Listener {
        void read(Zone zone);

        void failed(DomainName zone, Trouble trouble, Instant retry);
    }

    private final List<DomainName> names;
    private final PrimaryServer server;
    private final Listener listener;
    private final BackOff<DomainName> delays;
    private final Map<DomainName, Zone> zones = new LinkedHashMap<>();

    PolledZones(
            List<DomainName> names, Duration interval, PrimaryServer server, Listener listener) {
        this.names = names;
        this.server = server;
        this.listener = listener;
        this.delays = new BackOff<>(new Delays(interval, LONGEST));
    }

    @Override
    public Collection<Zone> zones() {
        return List.copyOf(zones.values());
    }

    void poll() {
        for (var name : names) {
            var now = server.clock().instant();
            if (delays.allows(name, now)) {
                poll(name, now);
            }
        }
    }

    private void poll(DomainName name, Instant now) {
        var trouble = look(name);
        if (trouble.isPresent()) {
            listener.failed(name, trouble.get(), delays.tried(name, now));
        } else {
            delays.worked(name);
        }
    }

    private Optional<Trouble> look(DomainName name) {
        try (var exchange = server.open()) {
            return switch (exchange.ask(Query.of(name, RecordType.SOA), server.key())) {
                case Reply.Failed failed -> Optional.of(Trouble.of(failed));
                case Reply.Accepted(var message) -> look(exchange, name, serial(name, message));
            };
        } catch (IOException failure) {
            return Optional.of(Trouble.of(failure));
        }
    }

    private Optional<Trouble> look(Exchange exchange, DomainName name, Optional<Serial> serial)
            throws IOException {
        if (serial.isEmpty()) {
            return Optional.of(
                    new Trouble.Refusal("server %s has no such zone".formatted(server.address())));
        }
        var known = Optional.ofNullable(zones.get(name)).flatMap(Zone::serial);
        return serial.equals(known) ? Optional.empty() : fetch(exchange, name);
    }

    private static Optional<Serial> serial(DomainName zone, Message message) {
        return message.answers(RecordType.SOA).stream()
                .filter(answer -> answer.owner().equals(zone))
                .map(MessageRecord::data)
                .flatMap(Optional::stream)
                .map(data -> Soa.of(data).serial())
                .findFirst();
    }

    private Optional<Trouble> fetch(Exchange exchange, DomainName name) throws IOException {
        return switch (exchange.transfer(Transfer.of(name), server.key())) {
            case TransferReply.Failed(var reply) -> Optional.of(Trouble.of(reply));
            case TransferReply.Complete(var whole, _) -> {
                zones.put(name, whole);
                listener.read(whole);
                yield Optional.empty();
            }
            case TransferReply.Differences _, TransferReply.UpToDate _, TransferReply.TooLong _ ->
                    throw new IllegalStateException("an answer to another kind of transfer");
        };
    }
}
