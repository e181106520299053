package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.common.check.CheckedZone;
import io.github.dnscli.common.check.ZoneFileChecks;
import io.github.dnscli.common.text.FolderIncludes;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneReader;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A zone as a file on this machine says it, and everything that is wrong with it.
///
/// @param source the text
/// @param checked the zone and the findings
record LocalZone(Source source, CheckedZone checked) {

    /// {@return what a file says}
    ///
    /// @param name the file as the user names it; `-` for standard input
    /// @throws IOException if it cannot be read
    static LocalZone read(ServedZone at, String name) throws IOException {
        return name.equals("-")
                ? of(at, Source.read(at.world().input(), name), ReaderOptions.forZone(at.name()))
                : read(at, at.world().file(name), name);
    }

    private static LocalZone read(ServedZone at, Path file, String name) throws IOException {
        var includes = FolderIncludes.beside(file, Path.of(name));
        return of(
                at,
                Source.read(file, name),
                ReaderOptions.forZone(at.name()).withIncludes(includes));
    }

    private static LocalZone of(ServedZone at, Source source, ReaderOptions options) {
        return new LocalZone(
                source, ZoneFileChecks.judge(ZoneReader.read(source, options), Judgement.of(at)));
    }

    /// {@return the zone, without what a signing server makes itself}
    Zone zone() {
        return OwnRecords.of(checked.zone());
    }

    boolean isBroken() {
        return checked.hasErrors();
    }

    /// Shows what is wrong with it.
    void showFindings(Console console) {
        new FindingLines(console).show(checked.findings(), Optional.of(source));
    }
}
