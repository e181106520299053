package io.github.dnscli.server;

import io.github.dnscli.server.event.SecondaryEvent;
import io.github.dnscli.server.secondary.Host;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ServerState;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.watch.Events;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/// Serves what the secondary fetches.
record Hosting(Writer writer, Events events, InstantSource clock) implements Host {

    @Override
    public ServerState state() {
        return writer.state();
    }

    @Override
    public void change(UnaryOperator<ServerState> change) {
        writer.change(change);
    }

    @Override
    public Effect handle(byte[] packet, Peer peer) {
        return Responder.handle(writer.state(), packet, peer, clock.instant());
    }

    @Override
    public boolean tell(SecondaryEvent event) {
        events.tell(listener -> listener.secondary(event));
        return events.hasListeners();
    }
}
