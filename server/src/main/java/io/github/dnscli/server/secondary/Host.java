package io.github.dnscli.server.secondary;

import io.github.dnscli.server.event.SecondaryEvent;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.turn.Effect;
import java.util.function.UnaryOperator;

/// The server that serves what [Secondaries] fetches.
public interface Host {

    /// {@return what is served right now}
    ServerState state();

    /// Changes what is served, in the writer's turn.
    void change(UnaryOperator<ServerState> change);

    /// {@return what a message leads to that a primary sent on a connection of ours}
    Effect handle(byte[] packet, Peer peer);

    /// Tells what has happened; returns at once.
    ///
    /// @return whether anybody listens
    boolean tell(SecondaryEvent event);
}
