package io.github.dnscli.ocertify;

import io.github.dnscli.ocertify.OcertifyOptions.FileNames;
import java.util.List;

/// What the files of key and request, and the wishes of the user, come to.
sealed interface StoredCredentials {

    /// {@return the files that are written on the way to a certificate}; those that hold what they should may be
    /// protected against that
    default List<String> missingIn(FileNames files) {
        return switch (this) {
            case Ready(var credentials, _) -> credentials.missingIn(files);
            case Missing _, Unusable _ -> files.all();
        };
    }

    /// There is a key, and a request that fits it, though not all of it may be in files yet.
    ///
    /// @param remarks what the user should know: that the request is made anew, or that a wish does not count
    record Ready(Credentials credentials, List<String> remarks) implements StoredCredentials {}

    /// There is neither, and a key has to be made.
    record Missing() implements StoredCredentials {}

    /// They cannot be used, and are not touched.
    ///
    /// @param problem what is wrong
    /// @param hint what to do
    record Unusable(String problem, String hint) implements StoredCredentials {}
}
