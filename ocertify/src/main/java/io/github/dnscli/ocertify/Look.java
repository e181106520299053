package io.github.dnscli.ocertify;

import io.github.dnscli.certificate.Reason;
import io.github.dnscli.certificate.VerifiedChain;
import io.github.dnscli.certificate.fetch.TlsaPlace;
import io.github.dnscli.cli.ExitStatus;
import java.util.List;

/// What a look at the records of HOST shows.
sealed interface Look {

    /// A certificate that answers the request, with a good chain.
    ///
    /// @param place where it stands
    /// @param requested whether the request stands beside it
    record Good(TlsaPlace place, VerifiedChain chain, boolean requested) implements Look {}

    /// A certificate that answers the request, with a chain that is not to be trusted.
    ///
    /// @param reasons at least one
    record Bad(List<Reason> reasons) implements Look {}

    /// No certificate that answers the request.
    ///
    /// @param place where it would be
    record NotYet(TlsaPlace place) implements Look {}

    /// Nobody knows.
    ///
    /// @param problem why
    /// @param status what to tell the shell
    record Unseen(String problem, ExitStatus status) implements Look {}
}
