package io.github.dnscli.ozone;

import io.github.dnscli.common.check.Circumstances;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Report;
import io.github.dnscli.common.text.ZoneFile;
import java.util.Collection;
import java.util.List;

/// What all files of a run are judged by.
///
/// @param options what the user said
/// @param circumstances what the rules depend on besides the zone
/// @param disk where changed files are written
/// @param pace how far the run is
record Judging(OzoneOptions options, Circumstances circumstances, Disk disk, Pace pace) {

    static Judging of(
            OzoneOptions options, Disk disk, Circumstances.Neighbours neighbours, Pace pace) {
        var limits = options.limits();
        var circumstances =
                new Circumstances(
                        limits.time().orElseGet(() -> disk.world().clock().instant()),
                        limits.expiryMargin(),
                        limits.maxTtl(),
                        neighbours,
                        KnownChecks.rulesFromElsewhere(),
                        options.severities().asksForMore());
        return new Judging(options, circumstances, disk, pace);
    }

    /// {@return the findings that the user wants, in the order of the text and each with its line}
    List<Remark> remarks(ZoneFile file, Collection<Finding> findings) {
        return Remark.on(file.sources(), new Report(options.severities().apply(findings)));
    }

    /// {@return findings without their lines: those are secret, or gone}
    List<Remark> remarksOnly(Collection<Finding> findings) {
        return new Report(options.severities().apply(findings))
                .findings().stream().map(Remark::bare).toList();
    }
}
