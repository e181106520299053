package io.github.dnscli.oserve.certifier;

/// Who issues.
enum AuthorityKind {
    /// An authority of one's own, kept in the state folder.
    PRIVATE
}
