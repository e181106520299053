package io.github.dnscli.certifier.own;

/// What opening a [PrivateAuthority] came to.
public sealed interface OpenedAuthority {

    /// The authority.
    record Opened(PrivateAuthority authority) implements OpenedAuthority {}

    /// What was kept of it is damaged, or its root is gone. It is left as it is: a new root would be an authority that nobody trusts.
    ///
    /// @param problem what is wrong, for people
    record Damaged(String problem) implements OpenedAuthority {}
}
