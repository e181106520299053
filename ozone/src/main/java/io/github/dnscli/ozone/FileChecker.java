package io.github.dnscli.ozone;

import io.github.dnscli.cli.IoTrouble;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.check.Circumstances;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.text.ZoneFileName;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// Looks at files, one after the other, each as what its name says it is.
final class FileChecker {

    private final InputFiles files;
    private final Circumstances circumstances;

    FileChecker(World world) {
        this.files = new InputFiles(world);
        this.circumstances = Circumstances.at(world.clock().instant());
    }

    /// {@return what came of the run}
    ///
    /// @param show hears of each file
    Inspection check(OzoneOptions options, Consumer<Inspected> show) {
        var contradiction = options.contradiction();
        if (contradiction.isPresent()) {
            return new Inspection.Misused(contradiction.get());
        }
        var tally = Tally.NOTHING;
        for (String file : options.files()) {
            var inspected = inspect(file, options);
            show.accept(inspected);
            tally = tally.and(inspected);
        }
        return new Inspection.Done(tally, List.of());
    }

    private Inspected inspect(String file, OzoneOptions options) {
        try {
            var name = ZoneFileName.of(files.path(file));
            return options.zoneName().isPresent()
                    ? inspect(file, options.zoneName().get(), name.isOfKeys(), options)
                    : inspectByName(file, name, options);
        } catch (IOException e) {
            return new Inspected.Unreadable(file, IoTrouble.describe(e));
        }
    }

    private Inspected inspectByName(String file, ZoneFileName name, OzoneOptions options)
            throws IOException {
        return switch (name.zone()) {
            case ParsedName.Valid(var zone) -> inspect(file, zone, name.isOfKeys(), options);
            case ParsedName.Invalid(var problem, _) ->
                    new Inspected.Unreadable(
                            file,
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
