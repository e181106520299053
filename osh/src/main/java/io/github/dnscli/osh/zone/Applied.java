package io.github.dnscli.osh.zone;

import io.github.dnscli.common.request.Reply;

/// What came of applying changes to a zone.
///
/// Where the changes do not fit into one message, those before the one that fails are made.
sealed interface Applied {

    /// All changes are made.
    ///
    /// @param messages in how many messages
    record Done(int messages) implements Applied {}

    /// The zone is no longer as it was fetched, where it was to be changed.
    ///
    /// @param reply how the server says so
    /// @param made how many messages were accepted before
    /// @param messages how many there are
    record Moved(Reply.Refused reply, int made, int messages) implements Applied {}

    /// The server did not make the changes, or it is not certain that it did.
    ///
    /// @param reply why
    /// @param made how many messages were accepted before
    /// @param messages how many there are
    record Failed(Reply.Failed reply, int made, int messages) implements Applied {}
}
