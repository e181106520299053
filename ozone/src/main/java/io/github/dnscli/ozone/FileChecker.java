package io.github.dnscli.ozone;

import io.github.dnscli.cli.IoTrouble;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.check.Circumstances;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.text.ZoneFileName;
import io.github.dnscli.ozone.Inspection.Inspected;
import java.io.IOException;
import java.util.ArrayList;

/// Looks at files, one after the other, each as what its name says it is.
final class FileChecker {

    private final InputFiles files;
    private final Circumstances circumstances;

    FileChecker(World world) {
        this.files = new InputFiles(world);
        this.circumstances = Circumstances.at(world.clock().instant());
    }

    Inspection check(OzoneOptions options) {
        var contradiction = options.contradiction();
        if (contradiction.isPresent()) {
            return new Inspection.Misused(contradiction.get());
        }
        var inspected = new ArrayList<Inspected>();
        for (String file : options.files()) {
            inspected.add(inspect(file, options));
        }
        return new Inspection.Done(inspected);
    }

    private Inspected inspect(String file, OzoneOptions options) {
        try {
            var name = ZoneFileName.of(files.path(file));
            return options.zoneName().isPresent()
                    ? inspect(file, options.zoneName().get(), name.isOfKeys(), options)
                    : inspectByName(file, name, options);
        } catch (IOException e) {
            return new Inspection.Unreadable(IoTrouble.describe(e));
        }
    }

    private Inspected inspectByName(String file, ZoneFileName name, OzoneOptions options)
            throws IOException {
        return switch (name.zone()) {
            case ParsedName.Valid(var zone) -> inspect(file, zone, name.isOfKeys(), options);
            case ParsedName.Invalid(var problem, _) ->
                    new Inspection.Unreadable(
                            "'%s' does not name a zone: %s; say which it is with '--zone-name'"
                                    .formatted(file, problem));
        };
    }

    private Inspected inspect(String file, DomainName zone, boolean ofKeys, OzoneOptions options)
            throws IOException {
        if (ofKeys) {
            return new KeyChecker(files).check(file, zone);
        }
        var checker = new ZoneChecker(files, circumstances);
        return options.old().isPresent()
                ? checker.check(file, options.old().get(), zone)
                : checker.check(file, zone);
    }
}
