package io.github.dnscli.ozone;

import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Finds out which files a run is about.
interface Selection {

    /// {@return the files, in the order in which they are to be shown}
    ///
    /// @throws IOException if that cannot be found out
    List<Item> items() throws IOException;

    /// {@return the files of all zones at hand, whether the run is about them or not}
    ///
    /// @throws IOException if that cannot be found out
    Map<DomainName, FileText> zones() throws IOException;
}
