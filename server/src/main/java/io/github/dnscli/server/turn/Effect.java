package io.github.dnscli.server.turn;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.server.state.ZoneChange;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;

/// What a packet leads to.
public sealed interface Effect {

    /// Send this back.
    ///
    /// @param wire the reply
    record Answer(Wire wire) implements Effect {}

    /// Send this back, and tell the listener why.
    ///
    /// @param reason for people
    /// @param wire the reply
    record Refusal(String reason, Wire wire) implements Effect {}

    /// Send these back, one after the other; each is made when it is asked for.
    ///
    /// @param messages the messages of a transfer
    record Stream(Iterator<Wire> messages) implements Effect {}

    /// Commit the change if the store can keep it; then say yes, else no.
    ///
    /// @param change what changes
    /// @param accepted the reply once the change is durable
    /// @param failed makes the reply when it cannot be kept, which is hardly ever needed
    record Proposal(ZoneChange change, Wire accepted, Supplier<Wire> failed) implements Effect {}

    /// Somebody who may say so says that a zone has changed: send the reply, tell the listener.
    ///
    /// @param zone the zone
    /// @param key the name of the key that signed; empty when the sender's address vouches for it
    /// @param serial its new serial, if the message says so; a hint only (RFC 1996 §3.7)
    /// @param answer the reply
    record News(DomainName zone, Optional<DomainName> key, Optional<Serial> serial, Wire answer)
            implements Effect {}

    /// Send this back, and tell the client of changes on its connection as long as that lasts: it asked for an SOA
    /// record with a key that may transfer the zone, as hidden secondaries do.
    ///
    /// @param zone the zone, or the root to be told of all zones
    /// @param key the key that signed, and that will sign what the client is told
    /// @param answer the reply
    record Registration(DomainName zone, TsigKey key, Wire answer) implements Effect {}

    /// Say nothing.
    record Silence() implements Effect {}

    /// The octets of one message, not copied on their way to the socket.
    ///
    /// @param octets the message
    @SuppressWarnings("ArrayRecordComponent") // made once, sent once, never compared
    record Wire(byte[] octets) {}
}
