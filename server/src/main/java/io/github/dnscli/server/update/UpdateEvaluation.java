package io.github.dnscli.server.update;

import io.github.dnscli.common.check.Scope;
import io.github.dnscli.common.check.ZoneChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.SerialPolicy;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/// Evaluates one UPDATE in the order of RFC 2136 §3: prerequisites, rights, the shape of the changes, the changes;
/// then the serial is advanced and the names touched are judged. All or nothing, at the cost of the update's size.
final class UpdateEvaluation {

    private final Zone zone;
    private final DomainName section;
    private final Message update;

    /// Prepares the evaluation.
    ///
    /// @param zone the zone that would change
    /// @param section the name in the message's zone section: the zone's, or one below it to which the update is bound
    UpdateEvaluation(Zone zone, DomainName section, Message update) {
        this.zone = zone;
        this.section = section;
        this.update = update;
    }

    UpdateOutcome evaluate(Permission permission, SerialPolicy serials, Instant now) {
        return new Prerequisites(zone, section)
                .unmet(update.answers())
                .or(() -> forbidden(permission))
                .or(this::malformed)
                .<UpdateOutcome>map(rejected -> rejected)
                .orElseGet(() -> make(serials, now));
    }

    /// §3.3. What the scan turns down wants no right: it has better words for that.
    private Optional<UpdateOutcome.Rejected> forbidden(Permission permission) {
        return update.authority().stream()
                .filter(record -> record.owner().isAtOrBelow(section))
                .flatMap(record -> Change.of(record).stream())
                .flatMap(change -> permission.refusal(change).stream())
                .findFirst();
    }

    /// §3.4.1.
    private Optional<UpdateOutcome.Rejected> malformed() {
        return update.authority().stream().flatMap(record -> problem(record).stream()).findFirst();
    }

    private Optional<UpdateOutcome.Rejected> problem(MessageRecord record) {
        if (!record.owner().isAtOrBelow(section)) {
            return Optional.of(
                    new UpdateOutcome.Rejected(
                            Rcode.NOTZONE,
                            "'%s' is outside '%s'"
                                    .formatted(record.owner().display(), section.display())));
        }
        return Change.of(record).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new UpdateOutcome.Rejected(
                                Rcode.FORMERR,
                                "the change of %s at '%s' is malformed"
                                        .formatted(record.type(), record.owner().display())));
    }

    /// §3.4.2, §3.6: the serial moves if anything does, unless the update has moved it itself.
    private UpdateOutcome make(SerialPolicy serials, Instant now) {
        var draft = new Draft(zone);
        update.authority().stream().flatMap(r -> Change.of(r).stream()).forEach(draft::make);
        if (draft.diff().isEmpty()) {
            return new UpdateOutcome.Unchanged();
        }
        var before = zone.serial().orElseThrow();
        if (!draft.serial().isNewerThan(before)) {
            draft.setSerial(serials.next(before, now));
        }
        var diff = draft.diff();
        return judge(draft.made(diff), diff);
    }

    /// Faults that the zone had before do not stand in the way of mending others.
    private UpdateOutcome judge(Zone after, ZoneDiff diff) {
        var scope = new Scope.Touched(diff.names());
        var errors = ZoneChecks.faults(after, scope);
        if (!errors.isEmpty()) {
            var known =
                    ZoneChecks.faults(zone, scope).stream()
                            .map(UpdateEvaluation::words)
                            .collect(Collectors.toSet());
            var fresh =
                    errors.stream().map(UpdateEvaluation::words).filter(w -> !known.contains(w));
            var first = fresh.findFirst();
            if (first.isPresent()) {
                return new UpdateOutcome.Rejected(Rcode.REFUSED, first.get());
            }
        }
        return new UpdateOutcome.Changed(after, diff);
    }

    private static String words(Finding finding) {
        return finding.check().id() + ": " + finding.message();
    }
}
