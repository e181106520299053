package io.github.dnscli.oserve.primary;

import java.io.Closeable;
import java.io.IOException;

/// Something that begins when a server does, and ends with it.
@FunctionalInterface
public interface Attendant {

    /// Begins.
    ///
    /// @param primary a server that answers already
    /// @return what ends it; called before the server stops
    /// @throws IOException if it cannot be had; the server then stops too
    Closeable attend(Primary primary) throws IOException;
}
