package io.github.dnscli.ozone;

import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.ZoneFile;
import java.io.IOException;

/// Reads the zones that others follow. What is wrong with them is not reported: it is past.
final class ElderReader {

    private ElderReader() {}

    /// {@return what is known of a zone's predecessor}
    ///
    /// @throws IOException if git cannot give it
    static Elder read(Candidate.Predecessor predecessor, DomainName origin) throws IOException {
        return switch (predecessor) {
            case Candidate.Unasked _ -> new Elder.Unasked();
            case Candidate.Absent _ -> new Elder.Absent("");
            case Candidate.Kept(var text) -> kept(text.read(origin));
            case Candidate.Named(var text) -> named(text, origin);
        };
    }

    /// What git keeps may be a zone that was broken, or no zone. That must not keep a better one out.
    private static Elder kept(ZoneFile file) {
        var zone = file.zone();
        if (zone.serial().isPresent()) {
            return new Elder.Known(zone);
        }
        return new Elder.Absent(
                file.isEmpty() ? "" : ": what was there has no readable SOA record");
    }

    private static Elder named(FileText text, DomainName origin) {
        try {
            var file = text.read(origin);
            var zone = file.zone();
            if (file.isEmpty()) {
                return new Elder.Absent("");
            }
            return zone.serial().isPresent()
                    ? new Elder.Known(zone)
                    : new Elder.Useless(
                            "'%s' has no readable SOA record, so there is no serial to compare with"
                                    .formatted(text.label()));
        } catch (IOException e) {
            return new Elder.Useless(IoTrouble.describe(e));
        }
    }
}
