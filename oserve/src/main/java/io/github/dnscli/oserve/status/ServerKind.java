package io.github.dnscli.oserve.status;

/// What a server is.
public enum ServerKind {
    /// Its zones are files.
    PRIMARY,
    /// Its zones come from other servers.
    SECONDARY,
    /// It watches zones of other servers, for a certifier.
    CERTIFIER
}
