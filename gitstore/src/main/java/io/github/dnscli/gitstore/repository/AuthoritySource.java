package io.github.dnscli.gitstore.repository;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;

/// Knows whom to trust on https. It is asked each time the remote is, so that authorities that come or go while a server
/// runs count at once.
@FunctionalInterface
public interface AuthoritySource {

    /// {@return all authorities to trust, and no others are}
    ///
    /// @throws IOException if they cannot be found out; the message is for people
    List<X509Certificate> find() throws IOException;
}
