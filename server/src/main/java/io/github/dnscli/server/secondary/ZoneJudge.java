package io.github.dnscli.server.secondary;

import io.github.dnscli.common.check.Scope;
import io.github.dnscli.common.check.ZoneChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.zone.Zone;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says aloud what is wrong with a zone that has come from a primary. It is served all the same: the other servers of the
/// zone serve it too, and the fault is the primary's to mend. Only what cannot be served is not taken at all: a transfer
/// without an SOA record fails, and records outside the zone are left out.
final class ZoneJudge {

    private static final int MOST_QUOTED = 3;

    private ZoneJudge() {}

    /// {@return what is wrong with names of a zone, for people}
    ///
    /// @param scope which names
    /// @param foreign how many records were outside the zone
    static Optional<String> judge(Zone zone, Scope scope, int foreign) {
        var problems = new ArrayList<String>();
        if (foreign > 0) {
            problems.add("records outside of it, which are left out: " + foreign);
        }
        var faults = ZoneChecks.faults(zone, scope);
        if (!faults.isEmpty()) {
            problems.add(
                    "errors: "
                            + faults.size()
                            + ": "
                            + faults.stream()
                                    .limit(MOST_QUOTED)
                                    .map(Finding::message)
                                    .collect(Collectors.joining("; ")));
        }
        return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
    }

    /// {@return the names that differences touch}
    static Scope touched(TransferReply.Differences differences) {
        return new Scope.Touched(
                differences.steps().stream()
                        .flatMap(
                                step ->
                                        Stream.concat(
                                                step.removed().stream(), step.added().stream()))
                        .map(record -> record.owner())
                        .collect(Collectors.toSet()));
    }
}
