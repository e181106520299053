package io.github.dnscli.common.request;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.wire.Rcode;
import java.util.Optional;
import java.util.Set;

/// A question about records. NXDOMAIN is an answer to it: the name does not exist.
///
/// @param name of which name
/// @param type of which type
/// @param recursive whether the server shall ask others
public record Query(DomainName name, RecordType type, boolean recursive) implements Request {

    /// {@return a question that the server shall answer from what it has}
    public static Query of(DomainName name, RecordType type) {
        return new Query(name, type, false);
    }

    /// {@return the same question, for a resolver}
    public Query recursively() {
        return new Query(name, type, true);
    }

    @Override
    public Message message(int id) {
        var message =
                Message.request(id, Opcode.QUERY, Question.of(name, type))
                        .withEdns(Optional.of(Edns.DEFAULT));
        return recursive ? message.withFlags(Set.of(Flag.RD)) : message;
    }

    @Override
    public boolean isAnsweredBy(Rcode rcode) {
        return rcode.equals(Rcode.NOERROR) || rcode.equals(Rcode.NXDOMAIN);
    }
}
