package io.github.dnscli.oserve.torture;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.testkit.Git;
import java.io.IOException;
import java.util.stream.Collectors;

/// What the commits of a branch have put into the file of a zone, the oldest first.
///
/// @param zone the zone
/// @param lines all lines that ever came into it
record History(DomainName zone, String lines) {

    static History of(Git git, DomainName zone) throws IOException {
        String all =
                git.run(
                        "log",
                        "-p",
                        "-U0",
                        "--no-color",
                        "--reverse",
                        "main",
                        "--",
                        zone.display());
        return new History(
                zone,
                all.lines().filter(line -> line.startsWith("+")).collect(Collectors.joining("\n")));
    }

    /// {@return whoever reads the versions one after the other}
    SerialWatch serials() {
        var watch = new SerialWatch("the history");
        ZoneText.serials(lines).forEach(serial -> watch.see(zone, serial));
        return watch;
    }
}
