package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.Count;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.request.AppliedSteps;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.TransferReply;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// Has a server change a zone, and tells what came of it.
///
/// @param zone the zone at its server
/// @param console where it is told
record Applier(ServedZone zone, Console console) {

    /// How a server says that a prerequisite does not hold (RFC 2136 §3.2).
    private static final Set<Rcode> MOVED =
            Set.of(Rcode.NXDOMAIN, Rcode.YXDOMAIN, Rcode.NXRRSET, Rcode.YXRRSET);

    /// {@return what came of it}
    ///
    /// @throws IOException if the server does not answer
    Applied apply(Proposal proposal) throws IOException {
        var updates = proposal.plan().updates();
        for (int i = 0; i < updates.size(); i++) {
            switch (zone.ask(updates.get(i))) {
                case Reply.Accepted _ -> {}
                case Reply.Refused refused when MOVED.contains(refused.rcode()) -> {
                    return new Applied.Moved(refused, i, updates.size());
                }
                case Reply.Failed failed -> {
                    return new Applied.Failed(failed, i, updates.size());
                }
            }
        }
        return new Applied.Done(updates.size());
    }

    /// Says that all is done, and whether it shows.
    ExitStatus tell(Applied.Done done, Proposal proposal) {
        var now = now(proposal.fetched());
        console.confirm(
                "%s applied to %s%s"
                        .formatted(
                                Count.of(proposal.changes().size(), "change"),
                                zone.display(),
                                now.flatMap(Zone::serial).map(s -> ", serial " + s).orElse("")));
        if (done.messages() > 1) {
            console.hint(
                    "the changes did not fit into one message: they were made in %s, one after the other"
                            .formatted(done.messages()));
        }
        return now.isEmpty() ? ExitStatus.YES : verify(now.get(), proposal);
    }

    /// Servers pass some changes over in silence (RFC 2136 §3.4.2), and others may have changed the zone again.
    private ExitStatus verify(Zone now, Proposal proposal) {
        var missing =
                proposal.diff().changes().stream()
                        .filter(change -> !Outcome.shows(change, now))
                        .toList();
        for (var change : missing) {
            console.warning(
                    "%s of '%s' is not as it was asked for, although the server accepted the change"
                            .formatted(change.set().type(), change.set().owner().display()));
        }
        return missing.isEmpty() ? ExitStatus.YES : ExitStatus.NO;
    }

    /// {@return the zone as it is now; empty if that cannot be found out, which does not undo what is done}
    private Optional<Zone> now(Zone fetched) {
        try {
            return newer(fetched);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private Optional<Zone> newer(Zone fetched) throws IOException {
        return switch (zone.since(fetched.serial().orElseThrow())) {
            case TransferReply.Complete(var whole, _) -> Optional.of(whole);
            case TransferReply.Differences differences ->
                    differences.appliedTo(fetched) instanceof AppliedSteps.Fitting(var newer)
                            ? Optional.of(newer)
                            : Optional.empty();
            case TransferReply.UpToDate _, TransferReply.TooLong _, TransferReply.Failed _ ->
                    Optional.empty();
        };
    }

    /// Says that the server did not do it.
    ExitStatus tell(Applied.Failed failed) {
        tellPart(failed.made(), failed.messages());
        return Denial.ofUpdate(zone, failed.reply(), console);
    }

    /// Says that the zone has moved.
    void tell(Applied.Moved moved) {
        tellPart(moved.made(), moved.messages());
        console.error(
                "%s has changed meanwhile: %s".formatted(zone.display(), moved.reply().problem()));
    }

    private void tellPart(int made, int messages) {
        if (made > 0) {
            console.warning(
                    "the changes did not fit into one message: %s of %s were made before one failed"
                            .formatted(made, messages));
        }
    }
}
