package io.github.dnscli.osh.look;

import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.zone.RecordChange;
import java.util.List;

/// What another look at something shows.
sealed interface News {

    /// Nothing has changed.
    record Same() implements News {}

    /// Something has.
    ///
    /// @param title what, in a few words
    /// @param changes record by record
    record Changed(String title, List<RecordChange> changes) implements News {

        /// Copies the list.
        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /// The server does not say.
    ///
    /// @param reply why
    record Denied(Reply.Failed reply) implements News {}
}
