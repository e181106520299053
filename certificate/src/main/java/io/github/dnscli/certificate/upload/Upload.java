package io.github.dnscli.certificate.upload;

import io.github.dnscli.common.request.Reply;
import java.util.Optional;

/// What came of putting a request into the DNS.
public sealed interface Upload {

    /// It stands everywhere now.
    record Written() implements Upload {}

    /// It stood everywhere already.
    record Standing() implements Upload {}

    /// Somebody keeps changing a place between our look and our update.
    record Overtaken() implements Upload {}

    /// It does not stand everywhere, or nobody knows.
    ///
    /// @param problem why, for people
    /// @param reply the server's reply that says so, if one does
    record Failed(String problem, Optional<Reply.Failed> reply) implements Upload {}
}
