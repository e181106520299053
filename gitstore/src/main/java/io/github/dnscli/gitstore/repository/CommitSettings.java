package io.github.dnscli.gitstore.repository;

import java.nio.file.Path;
import java.util.Optional;

/// How commits are made.
///
/// @param committer the committer's name
/// @param email the e-mail address of committer and authors
/// @param signingKey a private key of OpenSSH's that signs commits, as git does with `gpg.format=ssh`
public record CommitSettings(String committer, String email, Optional<Path> signingKey) {

    /// Commits that are not signed.
    public static final CommitSettings DEFAULT =
            new CommitSettings("oserve", "oserve@localhost", Optional.empty());
}
