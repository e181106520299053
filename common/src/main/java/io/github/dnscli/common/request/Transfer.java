package io.github.dnscli.common.request;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Question;
import java.time.Duration;

/// The wish for a whole zone (AXFR, RFC 5936); see [Exchange#transfer].
///
/// @param zone the zone
/// @param limit how much to take
public record Transfer(DomainName zone, Limit limit) implements Request {

    /// How much of a transfer to take before giving up.
    ///
    /// @param records the most records
    /// @param octets the most octets of messages
    /// @param time the longest time for the whole
    public record Limit(int records, long octets, Duration time) {

        /// Five million records, 1 GiB, ten minutes.
        public static final Limit DEFAULT = new Limit(5_000_000, 1L << 30, Duration.ofMinutes(10));
    }

    /// {@return the wish for a zone, within [Limit#DEFAULT]}
    public static Transfer of(DomainName zone) {
        return new Transfer(zone, Limit.DEFAULT);
    }

    @Override
    public Message message(int id) {
        return Message.request(id, Opcode.QUERY, Question.of(zone, RecordType.AXFR));
    }
}
