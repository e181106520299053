package io.github.dnscli.common.request;

import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.Rcode;

/// Something one can ask a server. It knows which message asks for it, and which messages answer it.
public sealed interface Request permits Notify, OpenQuery, Query, Transfer, Update {

    /// {@return the message that asks for it}
    ///
    /// @param id 0 to 65535
    Message message(int id);

    /// {@return whether an outcome is an answer, not a refusal}
    default boolean isAnsweredBy(Rcode rcode) {
        return rcode.equals(Rcode.NOERROR);
    }
}
