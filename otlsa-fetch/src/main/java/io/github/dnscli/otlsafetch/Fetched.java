package io.github.dnscli.otlsafetch;

import io.github.dnscli.certificate.Reason;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certificate.VerifiedChain;
import io.github.dnscli.certificate.fetch.TlsaPlace;
import io.github.dnscli.cli.SafeFile;
import io.github.dnscli.common.request.Reply;
import io.github.dnscli.common.transport.ServerAddress;
import java.util.List;

/// What came of fetching a certificate.
sealed interface Fetched {

    /// {@return whether the file has become another}
    default boolean isNews() {
        return this instanceof Judged(_, _, Stored(_, var outcome))
                && outcome != SafeFile.Outcome.UNCHANGED;
    }

    /// The words of the command line make no sense.
    record Misused(String problem) implements Fetched {}

    /// A file that was named cannot be used.
    record Unusable(String problem) implements Fetched {}

    /// The server did not tell.
    ///
    /// @param place what it was asked for
    record Unanswered(ServerAddress server, TlsaPlace place, Reply.Failed reply)
            implements Fetched {}

    /// There are no records.
    ///
    /// @param place where they would be
    record Empty(TlsaPlace place) implements Fetched {}

    /// There are records.
    ///
    /// @param place where
    /// @param bundle what they hold
    /// @param judgement what became of it
    record Judged(TlsaPlace place, TlsaBundle bundle, Judgement judgement) implements Fetched {}

    /// What became of the records.
    sealed interface Judgement {}

    /// There is no certificate of the host among them.
    record NoLeaf() implements Judgement {}

    /// Its chain is not to be trusted.
    ///
    /// @param reasons at least one
    record Rejected(List<Reason> reasons) implements Judgement {}

    /// Its chain is good, and in the file.
    ///
    /// @param outcome what became of the file
    record Stored(VerifiedChain chain, SafeFile.Outcome outcome) implements Judgement {}

    /// Its chain is good, and to be printed.
    record Printed(VerifiedChain chain) implements Judgement {}
}
