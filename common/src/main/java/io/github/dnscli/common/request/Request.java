package io.github.dnscli.common.request;

import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Rcode;
import java.util.Optional;

/// Something one can ask a server. It knows which message asks for it, and which messages answer it.
public sealed interface Request permits Notify, Query, Transfer, Update {

    /// {@return the message that asks for it}
    ///
    /// @param id 0 to 65535
    Message message(int id);

    /// {@return whether an outcome is an answer, not a refusal}
    default boolean isAnsweredBy(Rcode rcode) {
        return rcode.equals(Rcode.NOERROR);
    }

    /// {@return why a message is no answer to this request, for people}; empty when it is one
    ///
    /// @param asked the message that was sent
    /// @param received the message that came
    static Optional<String> misfit(Message asked, Message received) {
        if (received.id() != asked.id()) {
            return Optional.of(
                    "reply has id %d, the request %d".formatted(received.id(), asked.id()));
        }
        if (!received.has(Flag.QR)) {
            return Optional.of("what came is a request, not a reply");
        }
        if (!received.opcode().equals(asked.opcode())) {
            return Optional.of(
                    "reply is to %s, the request was %s"
                            .formatted(received.opcode(), asked.opcode()));
        }
        return fitsQuestion(asked, received)
                ? Optional.empty()
                : Optional.of(
                        "reply is to the question '%s', the request was '%s'"
                                .formatted(words(received), words(asked)));
    }

    /// Only an answer must repeat the question; refusals, and answers to NOTIFY and UPDATE (RFC 2136 §3.8), may leave it
    /// out. Names are compared without regard to case.
    private static boolean fitsQuestion(Message asked, Message received) {
        boolean mayBeMissing =
                !asked.opcode().equals(Opcode.QUERY) || !received.rcode().equals(Rcode.NOERROR);
        return received.questions().isEmpty()
                ? mayBeMissing
                : received.questions().equals(asked.questions());
    }

    private static String words(Message message) {
        return message.question().map(Object::toString).orElse("none");
    }
}
