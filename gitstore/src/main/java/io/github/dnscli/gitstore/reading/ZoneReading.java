package io.github.dnscli.gitstore.reading;

import io.github.dnscli.common.check.Circumstances;
import io.github.dnscli.common.check.ZoneFileChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.zone.Zone;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// What a file that bears a zone's name turned out to hold.
public sealed interface ZoneReading {

    /// {@return the file}
    Path file();

    /// {@return the zone that its name promises}
    DomainName origin();

    /// A zone that can be served.
    ///
    /// @param zone the zone
    /// @param findings what is unwise about it
    /// @param elsewhere the records that do not stand in the file itself, as [ZoneFile#writtenElsewhere] tells them
    record Good(Path file, Zone zone, List<Finding> findings, Set<ResourceRecord> elsewhere)
            implements ZoneReading {

        /// {@return the same file with another zone made of it}
        public Good with(Zone other) {
            return new Good(file, other, findings, elsewhere);
        }

        @Override
        public DomainName origin() {
            return zone.origin();
        }
    }

    /// A zone that must not be served.
    ///
    /// @param errors why
    record Faulty(Path file, DomainName origin, List<Finding> errors) implements ZoneReading {}

    /// Something that is no zone at all, such as a licence.
    ///
    /// @param reason why, for people
    record Unlike(Path file, DomainName origin, String reason) implements ZoneReading {}

    /// A file that could not be read.
    ///
    /// @param problem why, for people
    record Unreadable(Path file, DomainName origin, String problem) implements ZoneReading {}

    /// {@return what a text holds}
    static ZoneReading of(Path file, ZoneFile text) {
        if (text.records().isEmpty() && text.directives().isEmpty()) {
            return new Unlike(file, text.origin(), "nothing in it reads as a record" + first(text));
        }
        var checked = ZoneFileChecks.judge(text, Circumstances.at(Instant.now()));
        var errors = checked.findings().stream().filter(Finding::forbidsServing).toList();
        return errors.isEmpty()
                ? new Good(
                        file,
                        checked.zone(),
                        checked.findings(),
                        Set.copyOf(text.writtenElsewhere()))
                : new Faulty(file, text.origin(), errors);
    }

    private static String first(ZoneFile text) {
        var finding = text.findings().getFirst();
        return text.isEmpty()
                ? ""
                : ", on line " + finding.place().line() + " " + finding.message();
    }
}
