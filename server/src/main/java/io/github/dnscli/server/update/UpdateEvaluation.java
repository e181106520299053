package io.github.dnscli.server.update;

import io.github.dnscli.common.check.Scope;
import io.github.dnscli.common.check.ZoneChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.zone.Zone;
import java.util.List;
import java.util.Optional;

/// Evaluates one UPDATE in the order of RFC 2136 §3: prerequisites, rights, the shape of the changes, the changes;
/// then the serial is advanced and the result judged. All or nothing.
public final class UpdateEvaluation {

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

    UpdateOutcome evaluate(KeyRights rights, DomainName key) {
        return new Prerequisites(zone, section)
                .unmet(update.answers())
                .or(() -> forbidden(rights, key))
                .or(this::malformed)
                .<UpdateOutcome>map(rejected -> rejected)
                .orElseGet(this::apply);
    }

    /// RFC 2136 §3.3: each name must be one the key may change.
    private Optional<UpdateOutcome.Rejected> forbidden(KeyRights rights, DomainName key) {
        return update.authority().stream()
                .map(MessageRecord::owner)
                .filter(name -> !rights.allow(key, KeyOperation.UPDATE, name))
                .findFirst()
                .map(
                        name ->
                                new UpdateOutcome.Rejected(
                                        Rcode.REFUSED,
                                        "key '"
                                                + key.display()
                                                + "' may not update '"
                                                + name.display()
                                                + "'"));
    }

    private Optional<UpdateOutcome.Rejected> malformed() {
        return update.authority().stream()
                .flatMap(record -> RecordChange.problem(record, section).stream())
                .findFirst();
    }

    private UpdateOutcome apply() {
        var changed = zone;
        for (var record : update.authority()) {
            changed = RecordChange.apply(changed, record);
        }
        if (changed.equals(zone)) {
            return new UpdateOutcome.Unchanged();
        }
        return judge(advance(changed));
    }

    /// RFC 2136 §3.6: the serial moves unless the update moved it itself.
    private Zone advance(Zone changed) {
        var before = zone.serial().orElseThrow();
        var after = changed.serial().orElseThrow();
        return after.isNewerThan(before) ? changed : changed.withSerial(before.next());
    }

    /// Faults that the zone had before do not stand in the way of mending others.
    private UpdateOutcome judge(Zone after) {
        var errors = errors(after);
        if (!errors.isEmpty()) {
            var before = errors(zone).stream().map(Finding::message).toList();
            var fresh = errors.stream().filter(f -> !before.contains(f.message())).findFirst();
            if (fresh.isPresent()) {
                var finding = fresh.get();
                return new UpdateOutcome.Rejected(
                        Rcode.REFUSED, finding.check().id() + ": " + finding.message());
            }
        }
        return new UpdateOutcome.Changed(after);
    }

    private static List<Finding> errors(Zone zone) {
        return ZoneChecks.faults(zone, Scope.WHOLE);
    }
}
