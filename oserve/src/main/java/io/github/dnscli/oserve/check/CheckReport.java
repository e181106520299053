package io.github.dnscli.oserve.check;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import java.util.List;
import java.util.Optional;

/// What a server would begin with.
///
/// @param zones the zones of its files
/// @param keys how many keys it would know
/// @param remarks what is wrong with keys, the policy and other files, a line each
/// @param obstacles what would keep the server from knowing or doing what it is told, a line each; some are remarks too
/// @param unreadable what could not be read, a line each
record CheckReport(
        List<ZoneReport> zones,
        int keys,
        List<String> remarks,
        List<String> obstacles,
        List<String> unreadable) {

    /// What would become of a zone.
    ///
    /// @param file its file
    /// @param zone its name
    /// @param serial the serial that would be served; empty if none would
    /// @param isCurrent whether that is what the file says, and not an older version
    /// @param lines what is wrong with the file, a line each
    record ZoneReport(
            String file,
            DomainName zone,
            Optional<Serial> serial,
            boolean isCurrent,
            List<String> lines) {

        /// Copies the lines.
        ZoneReport {
            lines = List.copyOf(lines);
        }
    }

    /// Copies the lists.
    CheckReport {
        zones = List.copyOf(zones);
        remarks = List.copyOf(remarks);
        obstacles = List.copyOf(obstacles);
        unreadable = List.copyOf(unreadable);
    }

    /// {@return how many zones would be served}
    long served() {
        return zones.stream().filter(zone -> zone.serial().isPresent()).count();
    }

    /// {@return no if something would not be served as it stands; otherwise that it could not be found out, if something
    /// could not be read}
    ExitStatus status() {
        if (!obstacles.isEmpty() || !zones.stream().allMatch(ZoneReport::isCurrent)) {
            return ExitStatus.NO;
        }
        return unreadable.isEmpty() ? ExitStatus.YES : ExitStatus.UNKNOWN;
    }
}
