package io.github.dnscli.server.differential;

import io.github.dnscli.common.wire.Message;
import io.github.dnscli.server.state.Peer.Protocol;

/// A question and the way it goes.
///
/// @param query the message; its id tells it from all others
/// @param protocol by which it is sent
record Probe(Message query, Protocol protocol) {

    /// {@return the question as a command line would put it}
    @Override
    public String toString() {
        var question = query.question().orElseThrow();
        String edns =
                query.edns()
                        .map(e -> " +bufsize=" + e.udpSize() + (e.dnssecOk() ? " +dnssec" : ""))
                        .orElse(" +noedns");
        return question.name()
                + " "
                + question.recordClass()
                + " "
                + question.type()
                + edns
                + (protocol == Protocol.TCP ? " +tcp" : "");
    }
}
