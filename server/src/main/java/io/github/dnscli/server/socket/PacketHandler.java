package io.github.dnscli.server.socket;

import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.turn.Effect;
import java.util.Iterator;
import java.util.List;

/// What the listeners hand packets to.
public interface PacketHandler {

    /// {@return the replies to a packet, none to stay silent; each is made when it is asked for}
    Iterator<Effect.Wire> handle(byte[] packet, Peer peer);

    /// {@return no reply}
    static Iterator<Effect.Wire> silence() {
        return List.<Effect.Wire>of().iterator();
    }
}
