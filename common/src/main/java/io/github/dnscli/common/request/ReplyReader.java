package io.github.dnscli.common.request;

import io.github.dnscli.common.wire.Decoded;
import io.github.dnscli.common.wire.Edns;
import io.github.dnscli.common.wire.EdnsOption.ExtendedError;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.TsigFault;
import java.util.List;
import java.util.Optional;

/// Reads the reply to one request: is it a message, is it to this request, is it signed, and what does it say.
///
/// @param request what was asked
/// @param kinship tells which messages are replies to it
/// @param signature judges the reply's signature
record ReplyReader(Request request, Kinship kinship, Judge signature) {

    /// Judges the signature of a reply.
    interface Judge {

        /// {@return what is wrong with it; empty when nothing is}
        Optional<TsigFault> fault(byte[] octets, Decoded.Valid reply);
    }

    Reply read(byte[] octets) {
        return switch (MessageCodec.decode(octets)) {
            case Decoded.Malformed(_, var problem) ->
                    new Reply.Garbled("reply is garbled: " + problem);
            case Decoded.Valid valid ->
                    kinship.misfit(valid.message())
                            .<Reply>map(Reply.Unrelated::new)
                            .orElseGet(() -> verified(octets, valid));
        };
    }

    private Reply verified(byte[] octets, Decoded.Valid valid) {
        var message = valid.message();
        return signature
                .fault(octets, valid)
                .<Reply>map(fault -> new Reply.Unverified(fault, message.rcode()))
                .orElseGet(() -> outcome(message));
    }

    private Reply outcome(Message message) {
        if (message.has(Flag.TC)) {
            return new Reply.Garbled("reply is cut, even over TCP");
        }
        return request.isAnsweredBy(message.rcode())
                ? new Reply.Accepted(message)
                : new Reply.Refused(message.rcode(), extendedError(message));
    }

    private static Optional<ExtendedError> extendedError(Message message) {
        return message.edns().map(Edns::options).orElse(List.of()).stream()
                .filter(ExtendedError.class::isInstance)
                .map(ExtendedError.class::cast)
                .findFirst();
    }
}
