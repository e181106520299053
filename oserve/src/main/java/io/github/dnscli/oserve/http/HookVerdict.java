package io.github.dnscli.oserve.http;

/// What to make of a web hook's call.
sealed interface HookVerdict {

    /// The repository may have changed.
    record News() implements HookVerdict {}

    /// The caller knows the secret, and speaks of something else.
    ///
    /// @param reason what of, for people
    record Irrelevant(String reason) implements HookVerdict {}

    /// The caller does not prove that it knows the secret.
    ///
    /// @param reason why, for people
    record Unproven(String reason) implements HookVerdict {}
}
