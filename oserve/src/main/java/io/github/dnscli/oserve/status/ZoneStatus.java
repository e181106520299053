package io.github.dnscli.oserve.status;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.server.secondary.ZoneStanding;
import java.util.List;
import java.util.Optional;

/// How a zone stands.
///
/// @param zone the zone's name
/// @param serial the serial of the version that is served; empty if none is
/// @param names about how many names that has, by which to tell a large zone from a small one
/// @param file the file it was read from, as far as known
/// @param errors why the zone's file must not be served; then an older version is, or none
/// @param standing when and where it was and will be asked for, if it comes from another server
/// @param problem why a primary could not be used last; empty since one could
public record ZoneStatus(
        DomainName zone,
        Optional<Serial> serial,
        int names,
        Optional<String> file,
        List<String> errors,
        Optional<ZoneStanding> standing,
        Optional<String> problem) {

    /// Copies the list.
    public ZoneStatus {
        errors = List.copyOf(errors);
    }

    /// {@return what somebody should look after, for people}
    Optional<String> attention() {
        String name = "zone '" + zone.display() + "'";
        String served =
                serial.map(known -> ", serial " + known + " is served")
                        .orElse(", it is not served");
        if (!errors.isEmpty()) {
            return Optional.of(name + " has errors" + served + ": " + errors.getFirst());
        }
        if (problem.isPresent()) {
            return Optional.of(name + " could not be fetched" + served + ": " + problem.get());
        }
        return serial.isEmpty() ? Optional.of(name + " is not served yet") : Optional.empty();
    }
}
