package io.github.dnscli.osh.reading;

import io.github.dnscli.cli.usage.Meaning;
import io.github.dnscli.cli.usage.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// Which word of a line stands for which parameter, when the context may stand for some of them.
///
/// As many words are left to the context as are missing. Where several ways are open, the looks of the words decide: a server
/// is an address or begins with `@`, a key is a file behind `@` or has colons. Of equals, the one that leaves the first
/// parameters to the context.
final class Alignment {

    /// A parameter and the words that stand for it.
    ///
    /// @param parameter the parameter
    /// @param words the words; none if the context stands for it, or nothing
    record Slot(Parameter parameter, List<String> words) {}

    private final List<Parameter> parameters;
    private final List<String> words;
    private final Predicate<Parameter> isKnown;
    private final BiPredicate<String, Meaning> fits;

    private Alignment(
            List<Parameter> parameters,
            List<String> words,
            Predicate<Parameter> isKnown,
            BiPredicate<String, Meaning> fits) {
        this.parameters = parameters;
        this.words = words;
        this.isKnown = isKnown;
        this.fits = fits;
    }

    /// {@return how the words go to the parameters; empty if there are too many or too few of them, or none looks right}
    ///
    /// @param isKnown whether the context can stand for a parameter
    /// @param fits whether a word looks like what a parameter takes
    static Optional<List<Slot>> of(
            List<Parameter> parameters,
            List<String> words,
            Predicate<Parameter> isKnown,
            BiPredicate<String, Meaning> fits) {
        return new Alignment(parameters, words, isKnown, fits).from(0, 0);
    }

    private Optional<List<Slot>> from(int parameter, int word) {
        if (parameter == parameters.size()) {
            return word == words.size() ? Optional.of(List.of()) : Optional.empty();
        }
        var here = parameters.get(parameter);
        boolean mayBeLeft = isKnown.test(here) || !here.required();
        if (mayBeLeft) {
            var left = slot(here, List.of(), from(parameter + 1, word));
            if (left.isPresent()) {
                return left;
            }
        }
        return taking(here, parameter, word);
    }

    private Optional<List<Slot>> taking(Parameter here, int parameter, int word) {
        int most = here.repeatable() ? words.size() : Math.min(word + 1, words.size());
        for (int end = most; end > word; end--) {
            var taken = words.subList(word, end);
            if (taken.stream().allMatch(one -> fits.test(one, here.value().meaning()))) {
                var slots = slot(here, taken, from(parameter + 1, end));
                if (slots.isPresent()) {
                    return slots;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<List<Slot>> slot(
            Parameter parameter, List<String> words, Optional<List<Slot>> rest) {
        return rest.map(
                slots -> {
                    var all = new ArrayList<Slot>();
                    all.add(new Slot(parameter, words));
                    all.addAll(slots);
                    return all;
                });
    }
}
