package io.github.dnscli.common.request;

import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Rcode;
import java.util.Optional;

/// Tells the replies to one request from all other messages.
///
/// @param asked the message that was sent
/// @param questionDue whether an answer must repeat the question, as the later messages of a transfer need not
///     (RFC 5936 §2.2.1)
record Kinship(Message asked, boolean questionDue) {

    /// {@return why a message is no reply to the request, for people}; empty when it is one
    Optional<String> misfit(Message received) {
        if (received.id() != asked.id()) {
            return Optional.of(
                    "reply has id %s, the request %s".formatted(received.id(), asked.id()));
        }
        if (!received.has(Flag.QR)) {
            return Optional.of("what came is a request, not a reply");
        }
        if (!received.opcode().equals(asked.opcode())) {
            return Optional.of(
                    "reply is to %s, the request was %s"
                            .formatted(received.opcode(), asked.opcode()));
        }
        return fitsQuestion(received)
                ? Optional.empty()
                : Optional.of(
                        "reply is to the question '%s', the request was '%s'"
                                .formatted(words(received), words(asked)));
    }

    /// Refusals, and answers to NOTIFY and UPDATE (RFC 2136 §3.8), may leave the question out. Names are compared
    /// without regard to case.
    private boolean fitsQuestion(Message received) {
        boolean mayBeMissing =
                !questionDue
                        || !asked.opcode().equals(Opcode.QUERY)
                        || !received.rcode().equals(Rcode.NOERROR);
        return received.questions().isEmpty()
                ? mayBeMissing
                : received.questions().equals(asked.questions());
    }

    private static String words(Message message) {
        return message.question().map(Object::toString).orElse("none");
    }
}
