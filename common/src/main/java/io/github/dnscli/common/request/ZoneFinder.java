package io.github.dnscli.common.request;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Finds the zone that a name is in, by asking a server for SOA records: of the name, and then upwards (RFC 2136 §4.3).
/// A negative answer tells the zone by the SOA record in its authority section (RFC 2308 §3).
public final class ZoneFinder {

    private interface Line {
        Reply ask(Query query) throws IOException;
    }

    private final Line line;

    private ZoneFinder(Line line) {
        this.line = line;
    }

    /// {@return the zone of a name, by questions that are not signed}
    ///
    /// @throws IOException if the server does not answer
    public static FoundZone find(Exchange exchange, DomainName name) throws IOException {
        return new ZoneFinder(exchange::ask).find(name);
    }

    /// {@return the zone of a name, by questions signed with a key}
    ///
    /// @throws IOException if the server does not answer
    public static FoundZone find(Exchange exchange, DomainName name, TsigKey key)
            throws IOException {
        return new ZoneFinder(query -> exchange.ask(query, key)).find(name);
    }

    private FoundZone find(DomainName name) throws IOException {
        String last = "";
        for (int labels = name.labelCount(); labels >= 0; labels--) {
            var candidate = name.suffix(labels);
            switch (line.ask(Query.of(candidate, RecordType.SOA))) {
                case Reply.Accepted(var message) -> {
                    var found = read(candidate, message);
                    if (found.isPresent()) {
                        return found.get();
                    }
                }
                case Reply.Refused refused -> last = last.isEmpty() ? refused.problem() : last;
                case Reply.Failed failed -> {
                    return new FoundZone.Failed(failed);
                }
            }
        }
        return new FoundZone.Unknown(
                "server has no zone for '%s'%s"
                        .formatted(name.display(), last.isEmpty() ? "" : ": " + last));
    }

    private static Optional<FoundZone> read(DomainName name, Message message) {
        if (owners(message.answers(), RecordType.SOA).contains(name)) {
            return Optional.of(new FoundZone.Found(name));
        }
        if (!message.answers().isEmpty()) {
            // An alias: the rest of the answer is about its target.
            return Optional.empty();
        }
        var above = owners(message.authority(), RecordType.SOA).stream().filter(name::isAtOrBelow);
        return above.findFirst()
                .<FoundZone>map(FoundZone.Found::new)
                .or(() -> referral(name, message));
    }

    private static Optional<FoundZone> referral(DomainName name, Message message) {
        return owners(message.authority(), RecordType.NS).stream()
                .findFirst()
                .map(
                        cut ->
                                new FoundZone.Unknown(
                                        "server has no zone for '%s': it refers to the servers of '%s'"
                                                .formatted(name.display(), cut.display())));
    }

    private static List<DomainName> owners(List<MessageRecord> records, RecordType type) {
        return records.stream()
                .filter(record -> record.type().equals(type))
                .map(MessageRecord::owner)
                .toList();
    }
}
