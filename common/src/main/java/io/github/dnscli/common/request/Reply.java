package io.github.dnscli.common.request;

import io.github.dnscli.common.wire.EdnsOption.ExtendedError;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.TsigFault;
import java.util.Optional;

/// What a server said to a request.
public sealed interface Reply {

    /// The server answered; when the request was signed, so is the answer.
    ///
    /// @param message the answer
    record Accepted(Message message) implements Reply {}

    /// The server did not do what was asked, or it is not sure that it did.
    sealed interface Failed extends Reply {

        /// {@return what is wrong and what to do, for people}
        String problem();
    }

    /// The server does not want to, or cannot. When the request was signed, so is the refusal.
    ///
    /// @param rcode its outcome
    /// @param why more about it, if the server says so (RFC 8914)
    record Refused(Rcode rcode, Optional<ExtendedError> why) implements Failed {

        /// {@return the outcome in words, the code first}
        @Override
        public String problem() {
            return "server answers " + rcode + " (" + explanation() + ")";
        }

        /// {@return what the outcome means, and what the server adds to it}
        public String explanation() {
            return Outcomes.words(rcode) + why.map(Outcomes::words).orElse("");
        }
    }

    /// The reply is not signed as it must be, or the server did not take the request's signature.
    ///
    /// @param fault what is wrong with the signature
    /// @param rcode the outcome the reply claims
    record Unverified(TsigFault fault, Rcode rcode) implements Failed {

        @Override
        public String problem() {
            return switch (fault) {
                case TsigFault.Missing missing when !rcode.equals(Rcode.NOERROR) ->
                        "%s; it says %s (%s)"
                                .formatted(missing.message(), rcode, Outcomes.words(rcode));
                case TsigFault other -> other.message();
            };
        }
    }

    /// The reply is to something else.
    ///
    /// @param problem how one sees it, for people
    record Unrelated(String problem) implements Failed {}

    /// The reply is no message, or makes no sense.
    ///
    /// @param problem what is wrong with it, for people
    record Garbled(String problem) implements Failed {}
}
