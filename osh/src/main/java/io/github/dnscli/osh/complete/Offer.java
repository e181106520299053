package io.github.dnscli.osh.complete;

/// A word that can stand at the end of a line.
///
/// @param word the word
/// @param kind what kind of word it is, under which it is listed
/// @param description what it is
/// @param isWhole whether it is done, so that a blank may follow
public record Offer(String word, String kind, String description, boolean isWhole) {

    static Offer of(String word, String kind, String description) {
        return new Offer(word, kind, description, true);
    }

    /// {@return the same with something in front}
    Offer behind(String beginning) {
        return new Offer(beginning + word, kind, description, isWhole);
    }
}
