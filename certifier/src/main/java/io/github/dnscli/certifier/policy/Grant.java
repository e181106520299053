package io.github.dnscli.certifier.policy;

/// What a [NamePolicy] says to a request.
public sealed interface Grant {

    /// All of it is granted.
    record Granted() implements Grant {}

    /// Nothing of it is granted.
    ///
    /// @param reason which part must not be, and what to do, for people
    record Refused(String reason) implements Grant {}
}
