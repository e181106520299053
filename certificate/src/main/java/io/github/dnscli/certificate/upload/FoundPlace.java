package io.github.dnscli.certificate.upload;

import io.github.dnscli.certificate.fetch.FetchedTlsa;

/// What came of looking for the place of a request.
sealed interface FoundPlace {

    /// It is known.
    record Known(UploadPlace place) implements FoundPlace {}

    /// The server did not tell.
    record Unknown(FetchedTlsa.Failed failure) implements FoundPlace {}
}
