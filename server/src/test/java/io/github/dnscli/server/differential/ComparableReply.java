package io.github.dnscli.server.differential;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.Decoded;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What matters of a reply, in a form in which replies of different servers can be equal: sections are sets.
///
/// The NS records of the zone itself beside a full answer, and their addresses, are left out: NSD adds them.
///
/// @param rcode the outcome
/// @param flags AA and TC, as far as they are set
/// @param answers the answer section
/// @param authority the authority section
/// @param additional the additional section
record ComparableReply(
        String rcode,
        Set<Flag> flags,
        Set<MessageRecord> answers,
        Set<MessageRecord> authority,
        Set<MessageRecord> additional) {

    private static final ComparableReply SILENCE = outcome("silence");

    private static ComparableReply outcome(String what) {
        return new ComparableReply(what, Set.of(), Set.of(), Set.of(), Set.of());
    }

    /// {@return what matters of a reply}
    ///
    /// @param wire its octets, if any came
    /// @param apexes the names of the zones served
    static ComparableReply of(Optional<byte[]> wire, Set<DomainName> apexes) {
        if (wire.isEmpty()) {
            return SILENCE;
        }
        return switch (MessageCodec.decode(wire.get())) {
            case Decoded.Malformed(_, var problem) -> outcome("malformed: " + problem);
            case Decoded.Valid(var message, _) -> of(message, apexes);
        };
    }

    private static ComparableReply of(Message message, Set<DomainName> apexes) {
        var flags = new HashSet<>(message.flags());
        flags.retainAll(Set.of(Flag.AA, Flag.TC));
        var spare =
                message.has(Flag.AA) && message.rcode().equals(Rcode.NOERROR)
                        ? message.authority().stream()
                                .filter(r -> r.type().equals(RecordType.NS))
                                .filter(r -> apexes.contains(r.owner()))
                                .toList()
                        : List.<MessageRecord>of();
        var authority = new HashSet<>(message.authority());
        spare.forEach(authority::remove);
        var additional = new HashSet<>(message.additional());
        var known = targets(message.answers().stream()).toList();
        targets(spare.stream())
                .filter(host -> !known.contains(host))
                .forEach(host -> additional.removeIf(r -> r.owner().equals(host)));
        return new ComparableReply(
                message.rcode().toString(),
                Set.copyOf(flags),
                Set.copyOf(message.answers()),
                Set.copyOf(authority),
                Set.copyOf(additional));
    }

    private static Stream<DomainName> targets(Stream<MessageRecord> records) {
        return records.flatMap(record -> record.data().stream())
                .flatMap(data -> data.target().stream());
    }

    /// {@return in which parts another reply differs}
    List<String> differencesFrom(ComparableReply other) {
        var parts = new ArrayList<String>();
        if (!rcode.equals(other.rcode)) {
            parts.add("rcode");
        }
        for (var flag : List.of(Flag.AA, Flag.TC)) {
            if (flags.contains(flag) != other.flags.contains(flag)) {
                parts.add(flag.toString());
            }
        }
        if (!answers.equals(other.answers)) {
            parts.add("answer");
        }
        if (!authority.equals(other.authority)) {
            parts.add("authority");
        }
        if (!additional.equals(other.additional)) {
            parts.add("additional");
        }
        return parts;
    }

    /// {@return the reply, a line for each record}
    @Override
    public String toString() {
        var text = new StringBuilder(rcode + " " + new ArrayList<>(flags));
        print(text, "answer", answers);
        print(text, "authority", authority);
        print(text, "additional", additional);
        return text.toString();
    }

    private static void print(StringBuilder text, String section, Set<MessageRecord> records) {
        records.stream()
                .limit(12)
                .map(
                        r ->
                                "\n      %s: %s %d %s"
                                        .formatted(
                                                section,
                                                r.owner(),
                                                r.ttl(),
                                                r.data().map(Object::toString).orElse("")))
                .sorted()
                .forEach(text::append);
    }
}
