package io.github.dnscli.certificate.fetch;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordClass;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The wish for the TLSA records at a name, wherever its aliases lead.
///
/// @param owner the name
/// @param recursive whether the server shall ask others; an authoritative one never does
public record TlsaFetch(DomainName owner, boolean recursive) {

    private static final int MAX_ALIASES = 8;

    /// {@return the wish that an authoritative server can fulfil}
    public static TlsaFetch of(DomainName owner) {
        return new TlsaFetch(owner, false);
    }

    /// {@return the same wish, for a resolver}
    public TlsaFetch recursively() {
        return new TlsaFetch(owner, true);
    }

    /// {@return what the server has}
    ///
    /// Where it tells an alias without its target's records, it is asked for those too.
    ///
    /// @throws IOException if it does not answer; the message names the server
    public FetchedTlsa over(Exchange exchange) throws IOException {
        var names = new ArrayList<>(List.of(owner));
        while (names.size() <= MAX_ALIASES) {
            switch (exchange.ask(new Query(names.getLast(), RecordType.TLSA, recursive))) {
                case Reply.Failed failed -> {
                    return new FetchedTlsa.Failed(new TlsaPlace(names), failed);
                }
                case Reply.Accepted(var message) -> {
                    int known = names.size();
                    follow(message, names);
                    var records = records(message, names.getLast());
                    if (records.isPresent()) {
                        return new FetchedTlsa.Found(new TlsaPlace(names), records.get());
                    }
                    if (names.size() == known) {
                        return new FetchedTlsa.Nothing(new TlsaPlace(names));
                    }
                }
            }
        }
        return new FetchedTlsa.Failed(new TlsaPlace(names), endless());
    }

    private Reply.Failed endless() {
        return new Reply.Garbled(
                "aliases of '%s' go in circles, or on for more than %s steps"
                        .formatted(owner.display(), MAX_ALIASES));
    }

    private static void follow(Message message, List<DomainName> names) {
        var target = aliasOf(message, names.getLast());
        while (target.isPresent() && names.size() <= MAX_ALIASES) {
            names.add(target.get());
            target = aliasOf(message, names.getLast());
        }
    }

    /// {@return where the answers of a message say that a name's alias leads}
    public static Optional<DomainName> aliasOf(Message message, DomainName name) {
        return dataOf(message, name, RecordType.CNAME).stream()
                .findFirst()
                .flatMap(RecordData::target);
    }

    private static Optional<RecordSet> records(Message message, DomainName name) {
        var data = dataOf(message, name, RecordType.TLSA);
        return data.isEmpty()
                ? Optional.empty()
                : Optional.of(new RecordSet(name, RecordType.TLSA, ttl(message), data));
    }

    private static List<RecordData> dataOf(Message message, DomainName name, RecordType type) {
        return message.answers(type).stream()
                .filter(answer -> answer.owner().equals(name))
                .filter(answer -> answer.recordClass().equals(RecordClass.IN))
                .flatMap(answer -> answer.data().stream())
                .toList();
    }

    /// The shortest counts, and one with its highest bit set is none (RFC 2181 §5.2, §8).
    private static Ttl ttl(Message message) {
        long shortest =
                message.answers(RecordType.TLSA).stream()
                        .mapToLong(MessageRecord::ttl)
                        .min()
                        .orElse(0);
        return new Ttl(shortest > Ttl.MAX.seconds() ? 0 : (int) shortest);
    }
}
