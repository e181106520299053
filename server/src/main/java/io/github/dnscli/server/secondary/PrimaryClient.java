package io.github.dnscli.server.secondary;

import io.github.dnscli.common.check.Scope;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.request.AppliedSteps;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Transfer;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.transport.Transport;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.event.SecondaryEvent.Way;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Asks primaries about one zone. Whatever they do, it ends in an event.
///
/// @param zone the zone, with its key
/// @param settings how patient to be
/// @param clock what signatures say of the time
/// @param random makes message ids
/// @param flaws hears what is wrong with a zone that has come, for people
record PrimaryClient(
        SecondaryZone zone,
        SecondarySettings settings,
        InstantSource clock,
        RandomGenerator random,
        Consumer<String> flaws) {

    /// {@return what a primary says its serial is}
    ZoneEvent serial(ServerAddress primary) {
        var query = Query.of(origin(), RecordType.SOA);
        try (var exchange =
                Exchange.open(transport(), primary, settings.timeout(), clock, random)) {
            var reply =
                    zone.key().isPresent()
                            ? exchange.ask(query, zone.key().get())
                            : exchange.ask(query);
            return switch (reply) {
                case Reply.Accepted(var message) -> serial(message);
                case Reply.Failed failed -> failure(failed);
            };
        } catch (IOException unreachable) {
            return lost(unreachable);
        }
    }

    /// Whether a zone is gone, only a query by TCP tells: to others a server refuses to speak of what it does not serve.
    private Transport transport() {
        return zone.discovered() ? Transport.TCP : Transport.udpThenTcp();
    }

    private ZoneEvent serial(Message message) {
        var serial = serial(origin(), message);
        if (serial.isPresent() && message.has(Flag.AA)) {
            return new ZoneEvent.Answered(serial.get());
        }
        return new ZoneEvent.Failed(
                ZoneEvent.Kind.LOST,
                serial.isPresent()
                        ? "it answers, but not with authority"
                        : "it answers without the zone's SOA record");
    }

    /// {@return the serial that an answer says a zone has}
    static Optional<Serial> serial(DomainName origin, Message message) {
        return message.answers(RecordType.SOA).stream()
                .filter(answer -> answer.owner().equals(origin))
                .flatMap(answer -> answer.data().stream())
                .findFirst()
                .map(data -> Soa.of(data).serial());
    }

    /// {@return the whole zone from a primary}
    ZoneEvent whole(ServerAddress primary) {
        return fetch(primary, Optional.empty());
    }

    /// {@return the zone from a primary, made of what it has changed}
    ///
    /// @param held the version at hand
    ZoneEvent changes(ServerAddress primary, Zone held) {
        return fetch(primary, Optional.of(held));
    }

    private ZoneEvent fetch(ServerAddress primary, Optional<Zone> held) {
        var wish = new Transfer(origin(), held.flatMap(Zone::serial), settings.limit());
        long start = System.nanoTime();
        try (var line = new MeteredConversation(Transport.TCP.open(primary, settings.timeout()));
                var exchange = new Exchange(line, clock, random)) {
            var reply =
                    zone.key().isPresent()
                            ? exchange.transfer(wish, zone.key().get())
                            : exchange.transfer(wish);
            var time = Duration.ofNanos(System.nanoTime() - start);
            return event(reply, held, new ZoneEvent.Effort(Way.WHOLE, line.octets(), time));
        } catch (IOException unreachable) {
            return lost(unreachable);
        }
    }

    private ZoneEvent event(TransferReply reply, Optional<Zone> held, ZoneEvent.Effort effort) {
        return switch (reply) {
            case TransferReply.Complete(var whole, var foreign) -> {
                ZoneJudge.judge(whole, Scope.WHOLE, foreign).ifPresent(flaws);
                yield new ZoneEvent.Arrived(whole, effort);
            }
            case TransferReply.Differences differences ->
                    applied(differences, held.orElseThrow(), effort);
            case TransferReply.UpToDate(var serial) -> new ZoneEvent.Answered(serial);
            case TransferReply.TooLong _ ->
                    new ZoneEvent.Failed(
                            ZoneEvent.Kind.UNFIT, "its answer does not fit into a datagram");
            case TransferReply.Failed(var failed) -> failure(failed);
        };
    }

    private ZoneEvent applied(
            TransferReply.Differences differences, Zone held, ZoneEvent.Effort effort) {
        return switch (differences.appliedTo(held)) {
            case AppliedSteps.Fitting(var newer) -> {
                ZoneJudge.judge(newer, ZoneJudge.touched(differences), 0).ifPresent(flaws);
                yield new ZoneEvent.Arrived(
                        newer,
                        new ZoneEvent.Effort(Way.DIFFERENCES, effort.octets(), effort.time()));
            }
            case AppliedSteps.Misfit(var problem) ->
                    new ZoneEvent.Failed(ZoneEvent.Kind.UNFIT, problem);
        };
    }

    private static ZoneEvent failure(Reply.Failed failed) {
        var kind =
                switch (failed) {
                    case Reply.Refused(var rcode, _) when rcode.equals(Rcode.NOTAUTH) ->
                            ZoneEvent.Kind.GONE;
                    case Reply.Refused _, Reply.Garbled _ -> ZoneEvent.Kind.UNFIT;
                    case Reply.Unverified _, Reply.Unrelated _ -> ZoneEvent.Kind.LOST;
                };
        return new ZoneEvent.Failed(kind, failed.problem());
    }

    private static ZoneEvent lost(IOException unreachable) {
        return new ZoneEvent.Failed(ZoneEvent.Kind.LOST, String.valueOf(unreachable.getMessage()));
    }

    private DomainName origin() {
        return zone.origin();
    }
}
