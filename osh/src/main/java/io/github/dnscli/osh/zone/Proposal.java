package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.UpdatePlan;
import io.github.dnscli.common.zone.RecordChange;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import java.util.List;

/// What shall become of a zone.
///
/// @param fetched the zone as the server has it
/// @param wanted as it shall be, without what the server makes itself
record Proposal(Zone fetched, Zone wanted) {

    Zone before() {
        return OwnRecords.of(fetched);
    }

    /// {@return the zone as it will be, as far as it is the operator's}
    Zone after() {
        var zone = before();
        for (var change : diff().changes()) {
            var set = change.set();
            zone =
                    change.after().isPresent()
                            ? zone.with(set)
                            : zone.without(set.owner(), set.type());
        }
        return zone;
    }

    UpdatePlan plan() {
        return UpdatePlan.between(before(), wanted);
    }

    ZoneDiff diff() {
        return UpdatePlan.changes(before(), wanted);
    }

    List<RecordChange> changes() {
        return RecordChange.of(diff());
    }

    /// Shows the changes, and says what is not done of what was said.
    void show(Console console) {
        ChangeLines.show(changes(), console);
        if (passesSerialOver()) {
            console.hint(
                    "serial %s is passed over: the server moves it by itself"
                            .formatted(wanted.serial().orElseThrow()));
        }
    }

    private boolean passesSerialOver() {
        return !fetched.serial().equals(wanted.serial())
                && diff().changes().stream()
                        .noneMatch(change -> change.set().type().equals(RecordType.SOA));
    }
}
