package io.github.dnscli.common.request;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Question;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The wish for a whole zone (AXFR, RFC 5936), or for what has changed since a version of it (IXFR, RFC 1995); see
/// [Exchange#transfer].
///
/// @param zone the zone
/// @param held the serial of the version at hand; empty to ask for the whole zone
/// @param limit how much to take
public record Transfer(DomainName zone, Optional<Serial> held, Limit limit) implements Request {

    /// How much of a transfer to take before giving up.
    ///
    /// @param records the most records
    /// @param octets the most octets, of messages as they come and of data with names in full length
    /// @param time the longest time for the whole
    public record Limit(int records, long octets, Duration time) {

        /// Five million records, 1 GiB, ten minutes.
        public static final Limit DEFAULT = new Limit(5_000_000, 1L << 30, Duration.ofMinutes(10));
    }

    /// {@return the wish for a zone, within [Limit#DEFAULT]}
    public static Transfer of(DomainName zone) {
        return new Transfer(zone, Optional.empty(), Limit.DEFAULT);
    }

    /// {@return the wish for what has changed in a zone, within [Limit#DEFAULT]}
    ///
    /// @param held the serial of the version at hand
    public static Transfer since(DomainName zone, Serial held) {
        return new Transfer(zone, Optional.of(held), Limit.DEFAULT);
    }

    /// {@return the same wish within another limit}
    public Transfer within(Limit other) {
        return new Transfer(zone, held, other);
    }

    @Override
    public Message message(int id) {
        var type = held.isPresent() ? RecordType.IXFR : RecordType.AXFR;
        var authority = held.map(this::soa).map(List::of).orElse(List.of());
        return Message.request(id, Opcode.QUERY, Question.of(zone, type))
                .withSections(List.of(), authority, List.of());
    }

    /// Of the SOA record only the serial counts (RFC 1995 §3).
    private MessageRecord soa(Serial known) {
        var data = new Soa(zone, zone, known, 0, 0, 0, 0).data();
        return new MessageRecord(zone, RecordType.SOA, RecordClass.IN, 0, Optional.of(data));
    }
}
