package io.github.dnscli.server.secondary;

import io.github.dnscli.common.check.Scope;
import io.github.dnscli.common.check.ZoneChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.zone.Zone;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says aloud what is wrong with a zone that has come from a primary. It is served all the same: the other servers of the
/// zone serve it too, and the fault is the primary's to mend. Only what cannot be served is not taken at all: a transfer
/// without an SOA record fails, and records outside the zone are left out.
final class ZoneJudge {

    private static final System.Logger LOG = System.getLogger(ZoneJudge.class.getName());
    private static final int MOST_QUOTED = 3;

    private ZoneJudge() {}

    /// Judges names of a zone.
    ///
    /// @param scope which names
    /// @param foreign how many records were outside the zone
    static void judge(Zone zone, Scope scope, int foreign) {
        if (foreign > 0) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "zone ''{0}'' came with {1} records outside of it, which are left out",
                    zone.origin().display(),
                    foreign);
        }
        var faults = ZoneChecks.faults(zone, scope);
        if (!faults.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "zone ''{0}'' is served as its primary has it, with {1} errors: {2}",
                    zone.origin().display(),
                    faults.size(),
                    faults.stream()
                            .limit(MOST_QUOTED)
                            .map(Finding::message)
                            .collect(Collectors.joining("; ")));
        }
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
