package io.github.dnscli.certifier.challenge;

import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.request.Update;
import io.github.dnscli.common.wire.Rcode;
import java.io.IOException;

/// Sends updates.
///
/// @param lookup knows the way to servers
record Delivery(Lookup lookup) {

    /// What came of an update.
    sealed interface Delivered {

        /// The server has made the changes.
        record Taken() implements Delivered {}

        /// The server has not.
        sealed interface Not extends Delivered {

            /// {@return why, for people}
            String problem();
        }

        /// It has made none for sure.
        record Refused(String problem) implements Not {}

        /// It says so, or something like it, in a way that cannot be relied on.
        record Doubtful(String problem) implements Not {}

        /// It says nothing: it may have made them all the same, or make them yet.
        record Unanswered(String problem) implements Not {}
    }

    Delivered send(PrimaryServer server, Update update, TimeLimit limit) {
        try (var exchange = lookup.open(server, limit)) {
            return switch (exchange.ask(update, server.key())) {
                case Reply.Accepted _ -> new Delivered.Taken();
                case Reply.Refused refused when refused.rcode().equals(Rcode.SERVFAIL) ->
                        new Delivered.Doubtful(refused.problem());
                case Reply.Refused refused -> new Delivered.Refused(refused.problem());
                case Reply.Failed failed -> new Delivered.Doubtful(failed.problem());
            };
        } catch (IOException failure) {
            return new Delivered.Unanswered(String.valueOf(failure.getMessage()));
        }
    }
}
