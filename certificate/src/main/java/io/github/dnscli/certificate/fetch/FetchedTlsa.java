package io.github.dnscli.certificate.fetch;

import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.request.Reply;

/// What came of asking a server for the TLSA records at a name.
public sealed interface FetchedTlsa {

    /// {@return where the records stand, or would}
    TlsaPlace place();

    /// There are records.
    ///
    /// @param place where
    /// @param records all of them
    record Found(TlsaPlace place, RecordSet records) implements FetchedTlsa {}

    /// There are none, or not even the name.
    ///
    /// @param place where they would be
    record Nothing(TlsaPlace place) implements FetchedTlsa {}

    /// It cannot be told.
    ///
    /// @param place how far the aliases could be followed
    /// @param reply why
    record Failed(TlsaPlace place, Reply.Failed reply) implements FetchedTlsa {}
}
