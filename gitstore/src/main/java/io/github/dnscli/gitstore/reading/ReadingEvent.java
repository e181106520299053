package io.github.dnscli.gitstore.reading;

import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something an operator may want to know about a look at the files.
public sealed interface ReadingEvent {

    /// A zone is served that was not, or another version of it.
    ///
    /// @param file where it came from
    /// @param zone the zone
    /// @param before the serial served until now
    /// @param findings what is unwise about it
    record Served(Path file, Zone zone, Optional<Serial> before, List<Finding> findings)
            implements ReadingEvent {}

    /// A zone has changed in a way that secondaries will not notice, or that looks like a mistake.
    ///
    /// @param finding what is wrong with it as the successor of what was served
    record Unnoticed(Finding finding) implements ReadingEvent {}

    /// A file holds a zone that must not be served.
    ///
    /// @param file the file
    /// @param origin the zone
    /// @param errors why
    /// @param kept the serial of the older version that stays in service
    record Broken(Path file, DomainName origin, List<String> errors, Optional<Serial> kept)
            implements ReadingEvent {}

    /// An update was made in a file that has been edited since it was read. The edit is not served yet.
    ///
    /// @param file the file
    /// @param origin the zone
    /// @param stored the serial that the file has now
    record Merged(Path file, DomainName origin, Serial stored) implements ReadingEvent {}

    /// The file of a zone is gone; the zone is served on for a while.
    ///
    /// @param origin the zone
    /// @param end when it is served no more, unless the file comes back
    record Missing(DomainName origin, Instant end) implements ReadingEvent {}

    /// A zone is no longer served: its file is gone.
    ///
    /// @param origin the zone
    record Removed(DomainName origin) implements ReadingEvent {}

    /// A file was not looked at any further.
    ///
    /// @param file the file
    /// @param reason why
    /// @param expected whether nobody would take the file for a zone
    record Ignored(Path file, String reason, boolean expected) implements ReadingEvent {}

    /// Something is wrong with a key file.
    ///
    /// @param finding what
    record KeyTrouble(Finding finding) implements ReadingEvent {}

    /// A key file could not be read; the keys known from it stay known.
    ///
    /// @param problem why
    record KeysUnreadable(String problem) implements ReadingEvent {}

    /// The keys known are others than before.
    ///
    /// @param count how many there are now
    record Keys(int count) implements ReadingEvent {}
}
