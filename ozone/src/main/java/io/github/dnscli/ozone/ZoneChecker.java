package io.github.dnscli.ozone;

import io.github.dnscli.cli.SafeFile;
import io.github.dnscli.common.check.CheckedZone;
import io.github.dnscli.common.check.SuccessionChecks;
import io.github.dnscli.common.check.ZoneFileChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.record.SerialPolicy;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.zone.RecordChange;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Has zone files judged: alone, or as the successors of others.
///
/// @param judging what they are judged by
record ZoneChecker(Judging judging) {

    /// {@return what came of a zone file}
    ///
    /// @param text where it is
    /// @param file what is in it
    /// @param elder what it follows
    Inspected check(FileText text, ZoneFile file, Elder elder) {
        var form = judging.options().serialForm();
        return form.isPresent() && !isRemoval(file, elder)
                ? raised(form.get(), text, file, elder)
                : judged(file, elder, Optional.empty());
    }

    private static boolean isRemoval(ZoneFile file, Elder elder) {
        return file.isEmpty()
                && switch (elder) {
                    case Elder.Known _, Elder.Useless _ -> true;
                    case Elder.Unasked _, Elder.Absent _ -> false;
                };
    }

    private Inspected raised(SerialPolicy form, FileText text, ZoneFile file, Elder elder) {
        var edited =
                new SerialRaiser(form, judging.circumstances().now()).raise(file, known(elder));
        if (edited.text().isEmpty()) {
            return judged(file, elder, Optional.of(edited.repair()));
        }
        try {
            byte[] content = edited.text().get();
            SafeFile.writeIfChanged(
                    judging.disk().path(text.name()), content, SafeFile.Access.PUBLIC);
            var again = text.read(new Source(content, text.label()), file.origin(), judging.pace());
            return judged(again, elder, Optional.of(edited.repair()));
        } catch (IOException e) {
            return switch (judged(file, elder, Optional.empty())) {
                case Inspected.JudgedZone alone ->
                        new Inspected.Unfinished(alone, IoTrouble.describe(e));
                case Inspected other -> other;
            };
        }
    }

    private static Optional<Zone> known(Elder elder) {
        return elder instanceof Elder.Known(var zone) ? Optional.of(zone) : Optional.empty();
    }

    private Inspected judged(ZoneFile file, Elder elder, Optional<SerialRepair> repair) {
        if (isRemoval(file, elder)) {
            return removed(file.source().name(), Zone.empty(file.origin()), elder);
        }
        var checked = ZoneFileChecks.judge(file, judging.circumstances());
        return switch (elder) {
            case Elder.Unasked _ -> zone(file, checked, List.of(), Optional.empty(), repair);
            case Elder.Absent(var remark) ->
                    zone(
                            file,
                            checked,
                            file.isEmpty() ? List.of() : List.of(added(file, remark)),
                            Optional.of(Zone.empty(file.origin())),
                            repair);
            case Elder.Known(var older) ->
                    zone(
                            file,
                            checked,
                            SuccessionChecks.judge(
                                    older,
                                    checked.zone(),
                                    checked.places(),
                                    judging.options().limits().maxDeleted()),
                            Optional.of(older),
                            repair);
            case Elder.Useless(var problem) ->
                    new Inspected.Unfinished(
                            zone(file, checked, List.of(), Optional.empty(), repair), problem);
        };
    }

    private Inspected.JudgedZone zone(
            ZoneFile file,
            CheckedZone checked,
            List<Finding> more,
            Optional<Zone> older,
            Optional<SerialRepair> repair) {
        var findings = new ArrayList<>(checked.findings());
        findings.addAll(more);
        return new Inspected.JudgedZone(
                file.source().name(),
                file.origin(),
                judging.remarks(file, findings),
                changes(older, checked.zone()),
                repair);
    }

    private List<RecordChange> changes(Optional<Zone> older, Zone newer) {
        return judging.options().diff() && older.isPresent()
                ? RecordChange.between(older.get(), newer)
                : List.of();
    }

    /// {@return what to say of a zone that is gone}
    ///
    /// @param file where it was
    /// @param nothing the zone without records
    Inspected removed(String file, Zone nothing, Elder elder) {
        var findings = new ArrayList<Finding>();
        var place = Place.wholeOf(file);
        String zone = "zone '" + nothing.origin().display() + "'";
        findings.add(SuccessionChecks.ZONE_REMOVED.at(place, zone + " is gone"));
        var older = known(elder);
        var most = judging.options().limits().maxDeleted();
        if (older.isPresent() && most.isPresent() && most.get() < 100) {
            findings.add(
                    SuccessionChecks.TOO_MANY_DELETIONS
                            .at(
                                    place,
                                    "all records of %s are gone, more than the %s%% allowed"
                                            .formatted(zone, most.get()))
                            .withHint("if the zone is to go, say so with '--max-delete 100%'"));
        }
        return new Inspected.RemovedZone(
                file, nothing.origin(), judging.remarksOnly(findings), changes(older, nothing));
    }

    private static Finding added(ZoneFile file, String remark) {
        return SuccessionChecks.ZONE_ADDED.at(
                Place.wholeOf(file.source().name()),
                "zone '" + file.origin().display() + "' is new" + remark);
    }
}
