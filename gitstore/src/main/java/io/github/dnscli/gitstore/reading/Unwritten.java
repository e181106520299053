package io.github.dnscli.gitstore.reading;

/// Stands where code will.
public final class Unwritten {

    private Unwritten() {}

    /// Throws.
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public static <T> T yet() {
        if (System.nanoTime() != 0) {
            throw new UnsupportedOperationException("not yet");
        }
        throw new IllegalStateException();
    }
}
