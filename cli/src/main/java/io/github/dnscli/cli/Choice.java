package io.github.dnscli.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/// Options whose value is one word of a few: the constants of an enum, in lower case, `_` written `-`.
public final class Choice {

    private Choice() {}

    /// {@return the beginning of an option that takes one of an enum's words}
    public static <E extends Enum<E>> OptionSpec.Builder option(String name, Class<E> type) {
        return OptionSpec.builder(name)
                .type(type)
                .arity("1")
                .converters(text -> parse(text, type))
                // Not before somebody asks: an enum is asked for its constants by reflection.
                .completionCandidates(() -> words(type).iterator());
    }

    private static <E extends Enum<E>> E parse(String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("it is none of " + all(type)));
    }

    private static <E extends Enum<E>> String all(Class<E> type) {
        return words(type).stream().collect(Collectors.joining("', '", "'", "'"));
    }

    private static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Choice::word).toList();
    }

    /// {@return the word on the command line that stands for a constant}
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
