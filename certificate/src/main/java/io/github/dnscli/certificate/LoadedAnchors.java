package io.github.dnscli.certificate;

/// What a source of trust anchors turned out to hold.
public sealed interface LoadedAnchors {

    /// Trust anchors, at least one.
    record Loaded(TrustAnchors anchors) implements LoadedAnchors {}

    /// Nothing that could be trusted.
    ///
    /// @param problem names the source, and what is wrong with it
    record Unusable(String problem) implements LoadedAnchors {}
}
