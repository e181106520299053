package io.github.dnscli.certifier.primary;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The server that has the zones and takes updates of them. Everything said to it is signed.
///
/// @param transport the way to it; TCP, since zones do not fit anything else
/// @param address where it listens
/// @param key what to sign with; it needs the right to transfer and to update the zones
/// @param timeout how long to wait for each reply
/// @param clock what signatures say of the time
/// @param random makes message ids
public record PrimaryServer(
        Transport transport,
        ServerAddress address,
        TsigKey key,
        Duration timeout,
        InstantSource clock,
        RandomGenerator random) {

    /// What a certifier needs of a zone: the places and the cuts above them.
    private static final Set<RecordType> NEEDED =
            Set.of(RecordType.SOA, RecordType.NS, RecordType.TLSA);

    /// What came of looking at a zone.
    public sealed interface Look {

        /// The zone is as it was.
        record Same() implements Look {}

        /// The zone is new, or another.
        ///
        /// @param zone its SOA, NS and TLSA records
        record Changed(Zone zone) implements Look {}

        /// It cannot be seen.
        record Failed(Trouble trouble) implements Look {}
    }

    /// What came of writing to a zone.
    public sealed interface Writing {

        /// It is done.
        record Done() implements Writing {}

        /// It is not, or one cannot be sure.
        record Failed(Trouble trouble) implements Writing {}
    }

    /// {@return a zone, fetched if its serial is not the one known}
    public Look look(DomainName zone, Optional<Serial> known) {
        try (var exchange = open()) {
            return switch (exchange.ask(Query.of(zone, RecordType.SOA), key)) {
                case Reply.Failed failed -> new Look.Failed(Trouble.of(failed));
                case Reply.Accepted(var message) -> {
                    var serial = serial(zone, message);
                    if (serial.isEmpty()) {
                        yield new Look.Failed(
                                new Trouble.Refusal(
                                        "server %s has no such zone".formatted(address)));
                    }
                    yield serial.equals(known) ? new Look.Same() : fetch(exchange, zone);
                }
            };
        } catch (IOException failure) {
            return new Look.Failed(Trouble.of(failure));
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

    private Look fetch(Exchange exchange, DomainName zone) throws IOException {
        return switch (exchange.transfer(Transfer.of(zone), key)) {
            case TransferReply.Failed(var reply) -> new Look.Failed(Trouble.of(reply));
            case TransferReply.Complete(var whole, _) ->
                    new Look.Changed(Zone.of(zone, needed(whole)));
            case TransferReply.Differences _, TransferReply.UpToDate _, TransferReply.TooLong _ ->
                    throw new IllegalStateException("an answer to another kind of transfer");
        };
    }

    private static List<ResourceRecord> needed(Zone zone) {
        return zone.records().filter(record -> NEEDED.contains(record.type())).toList();
    }

    /// {@return what the server makes of an update}
    public Writing write(Update update) {
        try (var exchange = open()) {
            return switch (exchange.ask(update, key)) {
                case Reply.Accepted _ -> new Writing.Done();
                case Reply.Failed failed -> new Writing.Failed(Trouble.of(failed));
            };
        } catch (IOException failure) {
            return new Writing.Failed(Trouble.of(failure));
        }
    }

    /// {@return an exchange with it}
    ///
    /// @throws IOException if it cannot be reached
    public Exchange open() throws IOException {
        return Exchange.open(transport, address, timeout, clock, random);
    }
}
