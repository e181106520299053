package io.github.dnscli.common.request;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Question;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// News of a changed zone (RFC 1996).
///
/// @param zone the zone
/// @param serial its new serial, which is a hint only; empty to say nothing of it
public record Notify(DomainName zone, Optional<Serial> serial) implements Request {

    /// {@return the news that a zone has changed}
    public static Notify of(DomainName zone) {
        return new Notify(zone, Optional.empty());
    }

    /// {@return the news that a zone has a new serial}
    public static Notify of(DomainName zone, Serial serial) {
        return new Notify(zone, Optional.of(serial));
    }

    @Override
    public Message message(int id) {
        var answers = serial.map(this::soa).map(List::of).orElse(List.of());
        return Message.request(id, Opcode.NOTIFY, Question.of(zone, RecordType.SOA))
                .withFlags(Set.of(Flag.AA))
                .withSections(answers, List.of(), List.of());
    }

    /// Of an SOA record only the serial is known here; the rest is filled as the OCaml original does.
    private MessageRecord soa(Serial known) {
        var data = new Soa(zone, zone, known, 0, 0, 0, 0).data();
        return new MessageRecord(zone, RecordType.SOA, RecordClass.IN, 0, Optional.of(data));
    }
}
