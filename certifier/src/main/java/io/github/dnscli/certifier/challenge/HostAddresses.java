package io.github.dnscli.certifier.challenge;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Addresses;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.wire.MessageRecord;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the addresses of name servers.
///
/// @param lookup asks about names
/// @param batch whose zone it is about, and whose server knows the names in it
/// @param glue addresses that came along with the names of the name servers, for those that nobody else tells of
record HostAddresses(Lookup lookup, Batch batch, List<MessageRecord> glue) {

    /// A host with more addresses than these has the rest left alone.
    private static final int MOST_ADDRESSES = 16;

    private static final List<RecordType> TYPES = List.of(RecordType.A, RecordType.AAAA);

    /// Copies the list.
    HostAddresses {
        glue = List.copyOf(glue);
    }

    /// What came of it.
    sealed interface Sought {

        /// The host has addresses.
        record Known(Set<InetAddress> addresses) implements Sought {}

        /// It has none.
        record Absent() implements Sought {}

        /// That cannot be told now.
        ///
        /// @param problem what each of those asked said, for people
        record Unknown(String problem) implements Sought {}
    }

    /// {@return the addresses of a host}; of the two kinds one is enough, since some servers answer about AAAA records never
    Sought of(DomainName host, TimeLimit limit) {
        var found = new LinkedHashSet<InetAddress>();
        var problems = new ArrayList<String>();
        for (var type : TYPES) {
            switch (ask(Query.of(host, type), limit)) {
                case Lookup.Answer.Given(var message, _) ->
                        addresses(message.answers(), type).forEach(found::add);
                case Lookup.Answer.None(var problem) -> problems.add(problem);
            }
        }
        if (!problems.isEmpty()) {
            var own = glue.stream().filter(record -> record.owner().equals(host)).toList();
            TYPES.forEach(type -> addresses(own, type).forEach(found::add));
        }
        return sought(found, problems);
    }

    private Lookup.Answer ask(Query query, TimeLimit limit) {
        return query.name().isAtOrBelow(batch.zone())
                ? lookup.ask(batch.server(), query, limit)
                : lookup.ask(query, limit);
    }

    private static Sought sought(Set<InetAddress> found, List<String> problems) {
        if (!found.isEmpty()) {
            return new Sought.Known(Set.copyOf(found.stream().limit(MOST_ADDRESSES).toList()));
        }
        return problems.isEmpty() ? new Sought.Absent() : new Sought.Unknown(problems.getFirst());
    }

    private static Stream<InetAddress> addresses(
            Collection<MessageRecord> records, RecordType type) {
        return records.stream()
                .filter(record -> record.type().equals(type))
                .flatMap(record -> record.data().stream())
                .map(Addresses::of);
    }
}
