package io.github.dnscli.certificate;

/// Something in a text that is not as PEM should be.
///
/// @param line where, counted from 1
/// @param message what, for people
public record PemProblem(int line, String message) {

    @Override
    public String toString() {
        return "line " + line + ": " + message;
    }
}
