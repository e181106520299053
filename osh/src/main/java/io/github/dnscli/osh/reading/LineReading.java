package io.github.dnscli.osh.reading;

import io.github.dnscli.cli.usage.Option;
import io.github.dnscli.cli.usage.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The words behind the name of a command, each with what it is.
///
/// @param usage what can be said to the innermost command that the words name
/// @param words the words in order
public record LineReading(Usage usage, List<Said> words) {

    /// Copies the list.
    public LineReading {
        words = List.copyOf(words);
    }

    /// {@return what the words behind a command's name are}
    public static LineReading of(Usage command, List<String> words) {
        var usage = command;
        var said = new ArrayList<Said>();
        for (String word : words) {
            var next = next(usage, said, word);
            if (next instanceof Said.Subcommand) {
                usage = usage.subcommands().getOrDefault(word, usage);
            }
            said.add(next);
        }
        return new LineReading(usage, said);
    }

    private static Said next(Usage usage, List<Said> before, String word) {
        var waiting = waiting(before);
        if (waiting.isPresent()) {
            return new Said.ValueOf(word, waiting.get());
        }
        boolean open = before.stream().noneMatch(Said.NoMoreOptions.class::isInstance);
        if (open && word.equals("--")) {
            return new Said.NoMoreOptions(word);
        }
        if (open && word.startsWith("-") && word.length() > 1) {
            return named(usage, word);
        }
        boolean first = before.stream().noneMatch(Said.Placed.class::isInstance);
        return first && usage.subcommands().containsKey(word)
                ? new Said.Subcommand(word)
                : new Said.Placed(word);
    }

    private static Optional<Option> waiting(List<Said> before) {
        return !before.isEmpty()
                        && before.getLast() instanceof Said.Named named
                        && named.wantsValue()
                ? named.option()
                : Optional.empty();
    }

    private static Said named(Usage usage, String word) {
        int equals = word.indexOf('=');
        if (word.startsWith("--") && equals > 0) {
            return new Said.Named(
                    word, usage.option(word.substring(0, equals)), Optional.of(equals + 1));
        }
        var whole = usage.option(word);
        if (whole.isPresent() || word.startsWith("--") || word.length() == 2) {
            return new Said.Named(word, whole, Optional.empty());
        }
        var first = usage.option(word.substring(0, 2));
        return new Said.Named(word, first, first.filter(option -> !option.flag()).map(_ -> 2));
    }

    /// {@return the option whose value the next word would be}
    public Optional<Option> expectedValue() {
        return waiting(words);
    }

    /// {@return the words that have their meaning by their places}
    public List<String> placed() {
        return words.stream().filter(Said.Placed.class::isInstance).map(Said::word).toList();
    }

    /// {@return whether options may still follow}
    public boolean takesOptions() {
        return words.stream().noneMatch(Said.NoMoreOptions.class::isInstance);
    }

    /// {@return whether an option is among the words}
    public boolean has(Option option) {
        return words.stream()
                .anyMatch(
                        said ->
                                said instanceof Said.Named named
                                        && named.option().filter(option::equals).isPresent());
    }
}
