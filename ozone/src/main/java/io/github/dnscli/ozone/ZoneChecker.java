package io.github.dnscli.ozone;

import io.github.dnscli.cli.IoTrouble;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.check.CheckedZone;
import io.github.dnscli.common.check.SuccessionChecks;
import io.github.dnscli.common.check.ZoneFileChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.finding.Report;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.text.Excerpt;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.text.ZoneFileName;
import io.github.dnscli.common.text.ZoneReader;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads files and has them judged.
final class ZoneChecker {

    private final World world;

    ZoneChecker(World world) {
        this.world = world;
    }

    Inspection check(OzoneOptions options) {
        var contradiction = options.contradiction();
        if (contradiction.isPresent()) {
            return new Inspection.Misused(contradiction.get());
        }
        var inspected = new ArrayList<Inspection.Inspected>();
        for (String file : options.files()) {
            inspected.add(inspect(file, options));
        }
        return new Inspection.Done(inspected);
    }

    private Inspection.Inspected inspect(String file, OzoneOptions options) {
        try {
            return options.zoneName().isPresent()
                    ? inspect(file, options.zoneName().get(), options)
                    : inspectByName(file, options);
        } catch (IOException e) {
            return new Inspection.Unreadable(IoTrouble.describe(e));
        }
    }

    private Inspection.Inspected inspectByName(String file, OzoneOptions options)
            throws IOException {
        return switch (ZoneFileName.of(world.file(file)).zone()) {
            case ParsedName.Valid(var zone) -> inspect(file, zone, options);
            case ParsedName.Invalid(var problem, _) ->
                    new Inspection.Unreadable(
                            "'%s' does not name a zone: %s; say its name with '--zone-name'"
                                    .formatted(file, problem));
        };
    }

    private Inspection.Inspected inspect(String name, DomainName zone, OzoneOptions options)
            throws IOException {
        var file = read(name, zone);
        if (options.old().isEmpty()) {
            return judged(file, ZoneFileChecks.judge(file), List.of());
        }
        return file.isEmpty()
                ? new Inspection.RemovedZone(zone)
                : compared(file, options.old().get());
    }

    private ZoneFile read(String name, DomainName zone) throws IOException {
        return ZoneReader.read(source(name), ReaderOptions.forZone(zone));
    }

    private Source source(String name) throws IOException {
        return name.equals(OzoneOptions.STANDARD_INPUT)
                ? Source.read(world.input(), name)
                : Source.read(world.file(name), name);
    }

    private static Inspection.JudgedZone judged(
            ZoneFile file, CheckedZone checked, List<Finding> more) {
        var report = new Report(checked.findings()).and(more);
        var remarks =
                report.findings().stream()
                        .map(finding -> new Remark(finding, excerpt(file, finding.place())))
                        .toList();
        return new Inspection.JudgedZone(file.origin(), remarks);
    }

    private static Optional<Excerpt> excerpt(ZoneFile file, Place place) {
        return Excerpt.of(file.source(), place);
    }

    private Inspection.Inspected compared(ZoneFile file, String oldName) {
        var checked = ZoneFileChecks.judge(file);
        try {
            var old = read(oldName, file.origin());
            return compared(file, checked, old);
        } catch (IOException e) {
            return new Inspection.Incomparable(
                    judged(file, checked, List.of()), IoTrouble.describe(e));
        }
    }

    private static Inspection.Inspected compared(ZoneFile file, CheckedZone checked, ZoneFile old) {
        if (old.isEmpty()) {
            return judged(file, checked, List.of(added(file)));
        }
        var before = Zone.of(old.origin(), old.plainRecords());
        if (before.serial().isEmpty()) {
            return new Inspection.Incomparable(
                    judged(file, checked, List.of()),
                    "'%s' has no readable SOA record, so there is no serial to compare with"
                            .formatted(old.source().name()));
        }
        var findings =
                SuccessionChecks.judge(before, checked.zone(), record -> place(file, record));
        return judged(file, checked, findings);
    }

    private static Finding added(ZoneFile file) {
        return SuccessionChecks.ZONE_ADDED.at(
                Place.wholeOf(file.source().name()),
                "zone '" + file.origin().display() + "' is new");
    }

    private static Place place(ZoneFile file, ResourceRecord record) {
        return file.records().stream()
                .filter(placed -> placed.owner().equals(record.owner()))
                .filter(placed -> placed.record().data().equals(record.data()))
                .findFirst()
                .map(placed -> placed.dataPlace())
                .orElseGet(() -> Place.wholeOf(file.source().name()));
    }
}
