package io.github.dnscli.osh.complete;

import io.github.dnscli.cli.usage.Meaning;
import io.github.dnscli.cli.usage.Option;
import io.github.dnscli.cli.usage.Parameter;
import io.github.dnscli.cli.usage.Usage;
import io.github.dnscli.osh.reading.LineReading;
import io.github.dnscli.osh.reading.NextParameters;
import io.github.dnscli.osh.words.CommandText;
import io.github.dnscli.osh.words.Word;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Completes lines.
///
/// @param commands what can be said to each command, by name
/// @param around what else there is
public record Completion(SequencedMap<String, Usage> commands, Surroundings around) {

    private static final String USE = "use";

    /// {@return what the word at the end of a text can become}
    public List<Offer> of(String text) {
        var words = CommandText.atEnd(text).stream().map(Word::text).toList();
        String begun = words.getLast();
        if (words.size() == 1) {
            return ValueOffers.beginning(
                    begun,
                    commands.values().stream()
                            .map(usage -> Offer.of(usage.name(), "commands", usage.purpose())));
        }
        var usage = commands.get(words.getFirst());
        if (usage == null) {
            return List.of();
        }
        var before = words.subList(1, words.size() - 1);
        return usage.name().equals(USE) && !begun.startsWith("-")
                ? new UseOffers(around).of(before, begun)
                : behind(LineReading.of(usage, before), begun);
    }

    private List<Offer> behind(LineReading line, String begun) {
        var values = new ValueOffers(around);
        var expected = line.expectedValue();
        if (expected.isPresent()) {
            return values.of(expected.get().value(), begun);
        }
        if (begun.startsWith("-") && line.takesOptions()) {
            return option(line, begun);
        }
        var words = Stream.concat(subcommands(line, begun), parameters(line, begun)).toList();
        return words.isEmpty() && begun.isEmpty() ? option(line, "-") : words;
    }

    private List<Offer> option(LineReading line, String begun) {
        int equals = begun.indexOf('=');
        if (equals > 0) {
            return line.usage().option(begun.substring(0, equals)).stream()
                    .flatMap(
                            option ->
                                    new ValueOffers(around)
                                                    .of(option.value(), begun.substring(equals + 1))
                                                    .stream())
                    .map(offer -> offer.behind(begun.substring(0, equals + 1)))
                    .toList();
        }
        return ValueOffers.beginning(
                begun,
                line.usage().options().stream()
                        .filter(option -> option.repeatable() || !line.has(option))
                        .map(Completion::offer));
    }

    private static Offer offer(Option option) {
        return Offer.of(
                option.name(),
                option.standard() ? "standard options" : "options",
                option.summary());
    }

    private static Stream<Offer> subcommands(LineReading line, String begun) {
        return line.placed().isEmpty()
                ? ValueOffers.beginning(
                        begun,
                        line.usage().subcommands().values().stream()
                                .map(one -> Offer.of(one.name(), "commands", one.purpose())))
                        .stream()
                : Stream.empty();
    }

    private Stream<Offer> parameters(LineReading line, String begun) {
        return NextParameters.of(line, around.context()).stream()
                .filter(parameter -> isWanted(parameter, begun))
                .flatMap(parameter -> new ValueOffers(around).of(parameter.value(), begun).stream())
                .distinct();
    }

    /// What the context says is offered only to those who begin to say it themselves.
    private boolean isWanted(Parameter parameter, String begun) {
        var context = around.context();
        boolean known =
                switch (parameter.value().meaning()) {
                    case SERVER -> context.server().isPresent();
                    case KEY -> context.key().isPresent();
                    case ZONE -> context.zone().isPresent();
                    case NAME, TYPE, FILE, FOLDER, WORD, OTHER -> false;
                };
        return !known || !begun.isEmpty() || parameter.value().meaning() == Meaning.ZONE;
    }
}
