package io.github.dnscli.osh.reading;

import io.github.dnscli.cli.usage.Parameter;
import io.github.dnscli.osh.context.Context;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which parameters the next word of a line can stand for.
public final class NextParameters {

    /// Which of `@x` is a file and which a server does not matter here.
    private static final Looks FILES = new Looks(_ -> true);

    private static final Looks NO_FILES = new Looks(_ -> false);

    private NextParameters() {}

    /// {@return the parameters, in order}
    public static List<Parameter> of(LineReading line, Context context) {
        var parameters = line.usage().parameters();
        return IntStream.range(0, parameters.size())
                .filter(index -> isOpen(parameters, index, line.placed(), context))
                .mapToObj(parameters::get)
                .toList();
    }

    private static boolean isOpen(
            List<Parameter> parameters, int index, List<String> words, Context context) {
        var before = parameters.subList(0, index);
        var here = parameters.get(index);
        return fits(before, words, context)
                || here.repeatable()
                        && fits(
                                Stream.concat(before.stream(), Stream.of(here)).toList(),
                                words,
                                context);
    }

    private static boolean fits(List<Parameter> parameters, List<String> words, Context context) {
        return Alignment.of(
                        parameters.stream().map(NextParameters::wanted).toList(),
                        words,
                        one -> Filling.of(one.value(), context).isPresent(),
                        (word, meaning) -> FILES.fit(word, meaning) || NO_FILES.fit(word, meaning))
                .isPresent();
    }

    /// One does not leave a parameter out to say the next one, unless the context says it.
    private static Parameter wanted(Parameter one) {
        return new Parameter(true, one.repeatable(), one.value(), one.summary());
    }
}
