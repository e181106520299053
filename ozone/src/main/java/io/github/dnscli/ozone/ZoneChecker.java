package io.github.dnscli.ozone;

import io.github.dnscli.cli.IoTrouble;
import io.github.dnscli.common.check.CheckedZone;
import io.github.dnscli.common.check.Circumstances;
import io.github.dnscli.common.check.SuccessionChecks;
import io.github.dnscli.common.check.ZoneFileChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.finding.Report;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.text.ZoneReader;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Has zone files judged: alone, or as the successors of others.
///
/// @param files opens them
/// @param circumstances what the judgements depend on besides
record ZoneChecker(InputFiles files, Circumstances circumstances) {

    /// {@return what came of a zone file}
    ///
    /// @throws IOException if it cannot be read
    Inspected check(String name, DomainName zone) throws IOException {
        var file = read(name, zone);
        return judged(file, ZoneFileChecks.judge(file, circumstances), List.of());
    }

    /// {@return what came of a zone file as the successor of another}
    ///
    /// @throws IOException if the successor cannot be read
    Inspected check(String name, String oldName, DomainName zone) throws IOException {
        var file = read(name, zone);
        return file.isEmpty() ? removed(file) : compared(file, oldName);
    }

    private ZoneFile read(String name, DomainName zone) throws IOException {
        return ZoneReader.read(files.open(name), ReaderOptions.forZone(zone));
    }

    private static Inspected removed(ZoneFile file) {
        var finding =
                SuccessionChecks.ZONE_REMOVED.at(
                        Place.wholeOf(file.source().name()),
                        "zone '" + file.origin().display() + "' is gone");
        var report = new Report(List.of(finding));
        return new Inspected.RemovedZone(
                file.source().name(), file.origin(), Remark.on(file.source(), report), List.of());
    }

    private static Inspected.JudgedZone judged(
            ZoneFile file, CheckedZone checked, List<Finding> more) {
        var report = new Report(checked.findings()).and(more);
        return new Inspected.JudgedZone(
                file.source().name(),
                file.origin(),
                Remark.on(file.source(), report),
                List.of(),
                Optional.empty());
    }

    private Inspected compared(ZoneFile file, String oldName) {
        var checked = ZoneFileChecks.judge(file, circumstances);
        try {
            return compared(file, checked, read(oldName, file.origin()));
        } catch (IOException e) {
            return incomparable(file, checked, IoTrouble.describe(e));
        }
    }

    private static Inspected compared(ZoneFile file, CheckedZone checked, ZoneFile old) {
        if (old.isEmpty()) {
            return judged(file, checked, List.of(added(file)));
        }
        var before = Zone.of(old.origin(), old.plainRecords());
        if (before.serial().isEmpty()) {
            return incomparable(
                    file,
                    checked,
                    "'%s' has no readable SOA record, so there is no serial to compare with"
                            .formatted(old.source().name()));
        }
        return judged(
                file, checked, SuccessionChecks.judge(before, checked.zone(), checked.places()));
    }

    private static Inspected incomparable(ZoneFile file, CheckedZone checked, String problem) {
        return new Inspected.Unfinished(judged(file, checked, List.of()), problem);
    }

    private static Finding added(ZoneFile file) {
        return SuccessionChecks.ZONE_ADDED.at(
                Place.wholeOf(file.source().name()),
                "zone '" + file.origin().display() + "' is new");
    }
}
