package io.github.dnscli.certificate;

import java.io.IOException;

/// What a source of trust anchors turned out to hold.
public sealed interface LoadedAnchors {

    /// {@return the trust anchors, for those that can do nothing without}
    ///
    /// @throws IOException if there are none; it says why
    default TrustAnchors orTrouble() throws IOException {
        return switch (this) {
            case Loaded(var anchors) -> anchors;
            case Unusable(var problem) -> throw new IOException(problem);
        };
    }

    /// Trust anchors, at least one.
    record Loaded(TrustAnchors anchors) implements LoadedAnchors {}

    /// Nothing that could be trusted.
    ///
    /// @param problem names the source, and what is wrong with it
    record Unusable(String problem) implements LoadedAnchors {}
}
