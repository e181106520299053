package io.github.dnscli.certifier.ledger;

import io.github.dnscli.certifier.state.StateStore;
import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// How all signing requests stand that are remembered.
///
/// @param requests those that can be read, by names
/// @param problems what cannot be read and why, for people
public record Standings(List<RequestStanding> requests, List<String> problems) {

    /// The order in which people look for requests.
    public static final Comparator<RequestStanding> BY_NAMES =
            Comparator.comparing((RequestStanding one) -> key(one))
                    .thenComparing(RequestStanding::id);

    /// Copies the lists.
    public Standings {
        requests = List.copyOf(requests);
        problems = List.copyOf(problems);
    }

    private static DomainName key(RequestStanding standing) {
        return Stream.concat(standing.names().stream(), standing.places().stream())
                .findFirst()
                .orElse(DomainName.ROOT);
    }

    /// {@return how they stand by the state alone, with no certifier at hand}; changes nothing
    ///
    /// @throws IOException if the state cannot be read at all
    public static Standings read(StateStore state, Instant now) throws IOException {
        var revoked = RevokedMarks.read(state);
        var requests = new ArrayList<RequestStanding>();
        var problems = new ArrayList<String>();
        for (var id : state.names(Ledger.FOLDER)) {
            try {
                state.read(Ledger.name(id))
                        .map(text -> EntryReader.read(id, text))
                        .ifPresent(
                                parsed -> {
                                    switch (parsed) {
                                        case ParsedEntry.Valid(var entry) ->
                                                requests.add(
                                                        RequestStanding.of(entry, revoked, now));
                                        case ParsedEntry.Invalid(var problem) ->
                                                problems.add(Ledger.damage(id, problem));
                                    }
                                });
            } catch (IOException failure) {
                problems.add(String.valueOf(failure.getMessage()));
            }
        }
        requests.sort(BY_NAMES);
        return new Standings(requests, problems);
    }
}
