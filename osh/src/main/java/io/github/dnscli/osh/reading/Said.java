package io.github.dnscli.osh.reading;

import io.github.dnscli.cli.usage.Option;
import io.github.dnscli.cli.usage.Value;
import java.util.Optional;

/// What one word of a command line is.
public sealed interface Said {

    /// The name of a command within the command.
    ///
    /// @param word the word
    record Subcommand(String word) implements Said {}

    /// An option, perhaps with its value in the same word.
    ///
    /// @param word the word
    /// @param option which one, if the command knows it
    /// @param value where its value begins in the word, if it is there
    record Named(String word, Optional<Option> option, Optional<Integer> value) implements Said {

        /// {@return whether its value is the next word}
        boolean wantsValue() {
            return value.isEmpty() && option.filter(known -> !known.flag()).isPresent();
        }
    }

    /// The value of the option before it.
    ///
    /// @param word the word
    /// @param option the option
    record ValueOf(String word, Option option) implements Said {}

    /// `--`: no options from here on.
    ///
    /// @param word the word
    record NoMoreOptions(String word) implements Said {}

    /// A word that has its meaning by its place.
    ///
    /// @param word the word
    record Placed(String word) implements Said {}

    /// {@return the word itself}
    String word();

    /// {@return what an option takes whose value is in this word}
    default Optional<Value> optionValue() {
        return switch (this) {
            case Named named ->
                    named.value().isPresent()
                            ? named.option().map(Option::value)
                            : Optional.empty();
            case ValueOf value -> Optional.of(value.option().value());
            case Subcommand _, NoMoreOptions _, Placed _ -> Optional.empty();
        };
    }

    /// {@return where in the word the value of an option begins}
    default int valueStart() {
        return this instanceof Named named ? named.value().orElse(0) : 0;
    }
}
