package io.github.dnscli.ozone;

import io.github.dnscli.common.text.Includes;
import io.github.dnscli.common.text.Source;
import java.io.IOException;

/// A state of files: those on the disk, those staged in git, those of a revision. Zones are read from one state with all
/// that belongs to them.
interface Snapshot {

    /// {@return the content of a file}
    ///
    /// @param name what this snapshot calls the file
    /// @param label what the user calls it
    /// @throws IOException if it is not there, or cannot be read
    Source open(String name, String label) throws IOException;

    /// {@return what opens the files that a zone file includes, out of the same state}
    ///
    /// @param name what this snapshot calls the zone file
    /// @param label what the user calls it
    /// @throws IOException if it has no place where others could be
    Includes includes(String name, String label) throws IOException;

    /// {@return whether everybody on this machine may read a file}
    ///
    /// @throws IOException if that cannot be found out
    boolean isOpenToAll(String name) throws IOException;
}
