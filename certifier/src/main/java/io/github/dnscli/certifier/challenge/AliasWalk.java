package io.github.dnscli.certifier.challenge;

import io.github.dnscli.certifier.challenge.AliasChain.Hop;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import java.util.Optional;
import java.util.stream.Stream;

/// Follows aliases, hop by hop: each answer is believed about the name that was asked for and no other.
///
/// CNAME records are what is asked for, so that no resolver remembers that there is no proof yet.
///
/// @param lookup asks about names
record AliasWalk(Lookup lookup) {

    /// As many aliases as resolvers follow, or more.
    private static final int MOST_HOPS = 16;

    /// What came of it.
    sealed interface Walked {

        /// The last name is no alias, or does not exist.
        record ToTheEnd(AliasChain chain) implements Walked {}

        /// Nobody knows the last name.
        ///
        /// @param chain how far it went
        /// @param problem what each of those asked said, for people
        record Lost(AliasChain chain, String problem) implements Walked {}

        /// The aliases lead nowhere.
        ///
        /// @param problem why, for people
        record Broken(String problem) implements Walked {}
    }

    Walked from(DomainName start, TimeLimit limit) {
        var chain = AliasChain.of(start);
        while (chain.hops().size() <= MOST_HOPS) {
            switch (lookup.ask(Query.of(chain.end(), RecordType.CNAME), limit)) {
                case Lookup.Answer.None(var problem) -> {
                    return new Walked.Lost(chain, problem);
                }
                case Lookup.Answer.Given(var message, var by) -> {
                    var hop = hop(chain.end(), message, by);
                    if (hop.isEmpty()) {
                        return new Walked.ToTheEnd(chain);
                    }
                    var target = hop.get().target();
                    boolean loop = chain.passes(target);
                    chain = chain.and(hop.get());
                    if (loop) {
                        return new Walked.Broken(
                                "alias leads back to '%s': %s"
                                        .formatted(target.display(), chain.text()));
                    }
                }
            }
        }
        return new Walked.Broken(
                "more than %s aliases in a row: %s".formatted(MOST_HOPS, chain.text()));
    }

    /// A DNAME comes with the CNAME that it means for the name, from most servers (RFC 6672 §3.1).
    private static Optional<Hop> hop(DomainName name, Message message, ServerAddress by) {
        var above =
                of(message, RecordType.DNAME)
                        .filter(record -> name.isBelow(record.owner()))
                        .findFirst();
        var type = above.isPresent() ? RecordType.DNAME : RecordType.CNAME;
        return of(message, RecordType.CNAME)
                .filter(record -> record.owner().equals(name))
                .flatMap(AliasWalk::target)
                .findFirst()
                .or(() -> above.flatMap(record -> replaced(name, record)))
                .map(target -> new Hop(target, type, by));
    }

    private static Optional<DomainName> replaced(DomainName name, MessageRecord dname) {
        try {
            return target(dname).findFirst().map(target -> name.withSuffix(dname.owner(), target));
        } catch (IllegalArgumentException _) {
            // Too long for a name: servers say YXDOMAIN in the place of this answer.
            return Optional.empty();
        }
    }

    private static Stream<MessageRecord> of(Message message, RecordType type) {
        return message.answers(type).stream();
    }

    private static Stream<DomainName> target(MessageRecord record) {
        return record.data().flatMap(RecordData::target).stream();
    }
}
