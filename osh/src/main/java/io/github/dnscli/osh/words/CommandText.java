package io.github.dnscli.osh.words;

import java.util.List;
import java.util.Optional;

/// One or several commands as they stand in a line.
///
/// @param commands the words of each; commands without words are left out
/// @param problem why the line makes no sense, if it does not; then the words before it are there all the same
public record CommandText(List<List<Word>> commands, Optional<Problem> problem) {

    /// What is wrong with a line.
    ///
    /// @param message what it is, for people
    /// @param column where, counted from 1
    public record Problem(String message, int column) {

        /// {@return what is wrong and where}
        @Override
        public String toString() {
            return "column " + column + ": " + message;
        }
    }

    /// Copies the lists.
    public CommandText {
        commands = commands.stream().map(List::copyOf).toList();
    }

    /// {@return the commands of a line}
    public static CommandText of(String line) {
        return new Splitter(line).split();
    }

    /// {@return the words of the command that the end of a text is in, the last one being the word at the end: empty if
    /// none has begun there}
    public static List<Word> atEnd(String text) {
        return new Splitter(text).atEnd();
    }
}
