package io.github.dnscli.ozone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.ReaderOptions;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.text.ZoneReader;
import java.io.IOException;

/// A file in some state of files.
///
/// @param snapshot the state
/// @param name what the snapshot calls it
/// @param label what the user calls it
record FileText(Snapshot snapshot, String name, String label) {

    /// {@return its content}
    ///
    /// @throws IOException if it cannot be read
    Source open() throws IOException {
        return snapshot.open(name, label);
    }

    /// {@return the zone file in it}
    ///
    /// @throws IOException if it cannot be read
    ZoneFile read(DomainName zone) throws IOException {
        return read(open(), zone, new Pace());
    }

    /// {@return the zone file in its content; what that includes comes from the same state of files}
    ///
    /// @param pace hears how far it is
    /// @throws IOException if it has no place where others could be
    ZoneFile read(Source content, DomainName zone, Pace pace) throws IOException {
        var options =
                ReaderOptions.forZone(zone)
                        .withIncludes(snapshot.includes(name, label))
                        .withPace(pace::read);
        return ZoneReader.read(content, options);
    }
}
