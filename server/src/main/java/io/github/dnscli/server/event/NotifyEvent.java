package io.github.dnscli.server.event;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import java.net.InetAddress;

/// What became of the news for one recipient.
///
/// @param zone the zone that changed
/// @param serial its serial
/// @param address whose host was to be told
/// @param recipient who was, for people: `ADDRESS:PORT`, or the address of a client that is told on its own connection
/// @param end how it ended
public record NotifyEvent(
        DomainName zone, Serial serial, InetAddress address, String recipient, End end) {

    /// How an errand ends. News that newer news of its zone overtakes has no end of its own.
    public sealed interface End {

        /// The recipient has heard it.
        record Delivered() implements End {}

        /// The recipient does not want to hear it.
        ///
        /// @param reason what it said, for people
        record Refused(String reason) implements End {}

        /// No attempt got an answer that counts, or the recipient's connection ended.
        ///
        /// @param reason what became of the last attempt, for people
        record GivenUp(String reason) implements End {}
    }
}
