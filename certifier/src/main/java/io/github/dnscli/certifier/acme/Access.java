package io.github.dnscli.certifier.acme;

import org.shredzone.acme4j.Login;

/// What came of looking for the account with an authority.
sealed interface Access {

    /// It can be used.
    record Open(Login login) implements Access {}

    /// It cannot.
    record Closed(Fault fault) implements Access {}
}
