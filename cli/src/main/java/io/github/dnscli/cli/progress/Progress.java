package io.github.dnscli.cli.progress;

import io.github.dnscli.common.transport.Transport;
import java.io.IOException;
import java.io.OutputStream;

/// Shows work while it lasts.
public sealed interface Progress permits NoProgress, ProgressLine {

    /// Work that is under way.
    interface UnderWay extends AutoCloseable {

        /// Ends it: what is shown of it goes away.
        @Override
        void close();
    }

    /// {@return progress that nobody sees}
    static Progress none() {
        return NoProgress.NONE;
    }

    /// Begins to show work. Within other work it is not shown: the user waits for the whole.
    UnderWay begin(Work work);

    /// Writes something else, with no line of ours in its way.
    ///
    /// @param to where it goes
    /// @param endsLine whether it leaves the cursor at the beginning of a line
    /// @throws IOException if nobody takes it
    void write(OutputStream to, String text, boolean endsLine) throws IOException;

    /// {@return a way to servers that shows whom it waits for}
    Transport over(Transport transport);
}
