package io.github.dnscli.gitstore;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.gitstore.Branch.Integrated;
import io.github.dnscli.gitstore.merge.Conflict;
import io.github.dnscli.gitstore.merge.ZoneEdit;
import io.github.dnscli.gitstore.reading.ReadingEvent;
import io.github.dnscli.gitstore.reading.Reload;
import io.github.dnscli.server.state.ServerState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a server serves once a commit is in force.
///
/// @param state the server's next state
/// @param events what was read
/// @param conflicts changes that cannot be made any more
/// @param done the numbers of those that are so for good, because their zones are gone
record Publication(
        ServerState state, List<ReadingEvent> events, List<Conflict> conflicts, Set<Long> done) {

    /// {@return what is to be served}
    ///
    /// @param before what is served now
    /// @param edits the journal; changes that the integration has not seen are made in the zones
    /// @param spared zones that are served on although their files are gone, and until when
    /// @param raises whether an operator's change under an old serial gets a newer one
    static Publication of(
            ServerState before,
            Integrated integrated,
            List<ZoneEdit> edits,
            Map<DomainName, Instant> spared,
            boolean raises) {
        var later = edits.stream().filter(edit -> edit.number() > integrated.last()).toList();
        var integration =
                Integration.of(integrated.reading(), later, before.zones(), Map.of(), _ -> raises);
        var reloaded = Reload.of(before, integration.applied(integrated.reading()), spared);
        var gone = gone(reloaded.events());
        var orphans = edits.stream().filter(edit -> gone.contains(edit.zone())).toList();
        var conflicts = new ArrayList<>(integrated.conflicts());
        conflicts.addAll(integration.conflicts());
        orphans.forEach(edit -> conflicts.add(new Conflict(edit, edit.zone(), "the zone is gone")));
        return new Publication(
                reloaded.state(),
                reloaded.events(),
                List.copyOf(conflicts),
                orphans.stream().map(ZoneEdit::number).collect(Collectors.toSet()));
    }

    private static Set<DomainName> gone(List<ReadingEvent> events) {
        return events.stream()
                .filter(ReadingEvent.Removed.class::isInstance)
                .map(ReadingEvent.Removed.class::cast)
                .map(ReadingEvent.Removed::origin)
                .collect(Collectors.toSet());
    }
}
