package io.github.dnscli.common.request;

import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.Rcode;
import java.util.List;
import java.util.Optional;

/// A question of somebody who wants to see what the server says, whatever it says: each outcome is an answer to it.
///
/// @param query the question
/// @param dnssecOk whether signatures are wanted, too (RFC 3225)
public record OpenQuery(Query query, boolean dnssecOk) implements Request {

    @Override
    public Message message(int id) {
        var edns = new Edns(Edns.SAFE_UDP_SIZE, 0, dnssecOk, List.of());
        return query.message(id).withEdns(Optional.of(edns));
    }

    @Override
    public boolean isAnsweredBy(Rcode rcode) {
        return true;
    }
}
