package io.github.dnscli.certifier.challenge;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Soa;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Looks for proofs at one address of a name server, as an authority does: unsigned, and not by way of anybody. What has
/// been seen once is not asked for again.
final class ProofLook {

    /// How systems say that there is no way to a whole kind of addresses, or to none at all. That one host is not there
    /// ("no route to host") is another matter.
    private static final Pattern NO_WAY =
            Pattern.compile(
                    "network is unreachable|network unreachable|family unavailable|unsupported address type|cannot assign requested address",
                    Pattern.CASE_INSENSITIVE);

    private final Lookup lookup;
    private final ServerAddress server;
    private final Deque<Map.Entry<DomainName, Set<RecordData>>> wanted;

    ProofLook(Lookup lookup, ServerAddress server, Map<DomainName, Set<RecordData>> wanted) {
        this.lookup = lookup;
        this.server = server;
        this.wanted = new ArrayDeque<>(wanted.entrySet());
    }

    ServerAddress server() {
        return server;
    }

    Sight look(TimeLimit limit) {
        try (var exchange = lookup.open(server, limit)) {
            while (!wanted.isEmpty()) {
                var next = wanted.getFirst();
                var missing = missing(exchange, next.getKey(), next.getValue());
                if (missing.isPresent()) {
                    return new Sight.Missing(missing.get());
                }
                wanted.removeFirst();
            }
            return new Sight.Served();
        } catch (IOException failure) {
            String problem = String.valueOf(failure.getMessage());
            return NO_WAY.matcher(problem).find()
                    ? new Sight.Unroutable(problem)
                    : new Sight.Missing(problem);
        }
    }

    private static Optional<String> missing(
            Exchange exchange, DomainName owner, Set<RecordData> values) throws IOException {
        return switch (exchange.ask(Query.of(owner, RecordType.TXT))) {
            case Reply.Failed failed -> Optional.of(failed.problem());
            case Reply.Accepted(var message) when !message.has(Flag.AA) ->
                    Optional.of("it is not authoritative for '%s'".formatted(owner.display()));
            case Reply.Accepted(var message) -> missing(message, owner, values);
        };
    }

    private static Optional<String> missing(
            Message message, DomainName owner, Set<RecordData> values) {
        var served =
                message.answers(RecordType.TXT).stream()
                        .filter(record -> record.owner().equals(owner))
                        .flatMap(record -> record.data().stream())
                        .toList();
        return served.containsAll(values)
                ? Optional.empty()
                : Optional.of(words(message, owner, served));
    }

    private static String words(Message message, DomainName owner, Collection<RecordData> served) {
        if (!message.answers(RecordType.CNAME).isEmpty()) {
            return "it has an alias at '%s'".formatted(owner.display());
        }
        if (!served.isEmpty()) {
            return "it has just other values at '%s'".formatted(owner.display());
        }
        return (message.rcode().equals(Rcode.NXDOMAIN)
                        ? "it has no name '%s'%s"
                        : "it has no TXT record at '%s'%s")
                .formatted(owner.display(), serial(message));
    }

    /// Negative answers tell which version of the zone they are from (RFC 2308 §3).
    private static String serial(Message message) {
        return message.authority().stream()
                .filter(record -> record.type().equals(RecordType.SOA))
                .map(MessageRecord::data)
                .flatMap(Optional::stream)
                .findFirst()
                .map(data -> " (serial %s)".formatted(Soa.of(data).serial()))
                .orElse("");
    }
}
