package io.github.dnscli.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Why a command line makes no sense, in our words.
///
/// @param message what is wrong
/// @param hint what was probably meant
record UsageProblem(String message, Optional<String> hint) {

    static UsageProblem of(ParameterException problem) {
        return switch (problem) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing -> plain(missing(missing));
            case OverwrittenOptionException twice ->
                    plain(name(twice.getOverwritten()) + " is given more than once");
            case ParameterException invalid
                    when invalid.getCause() instanceof TypeConversionException reason ->
                    plain(invalid(invalid, reason));
            default -> plain(lowerCase(String.valueOf(problem.getMessage())));
        };
    }

    private static UsageProblem plain(String message) {
        return new UsageProblem(message, Optional.empty());
    }

    private static UsageProblem unmatched(UnmatchedArgumentException problem) {
        String first = problem.getUnmatched().getFirst();
        boolean option = first.startsWith("-");
        String kind = option ? "unknown option" : "unexpected argument";
        var hint = option ? suggestion(first, problem) : Optional.<String>empty();
        return new UsageProblem(kind + " '" + first + "'", hint);
    }

    private static Optional<String> suggestion(String typed, UnmatchedArgumentException problem) {
        var known = problem.getCommandLine().getCommandSpec().optionsMap().keySet();
        String name = typed.replaceFirst("=.*", "");
        return Spelling.closest(name, known).map(word -> "did you mean '" + word + "'?");
    }

    private static String missing(MissingParameterException problem) {
        var missing = problem.getMissing();
        if (missing.size() == 1 && missing.getFirst() instanceof OptionSpec option) {
            return option.required()
                    ? "option '" + option.longestName() + "' is missing"
                    : "option '" + option.longestName() + "' needs a value: " + option.paramLabel();
        }
        return "missing "
                + missing.stream().map(ArgSpec::paramLabel).collect(Collectors.joining(", "));
    }

    /// The value stays unsaid where picocli does not give it: parameters that hold secrets have no converter that fails.
    private static String invalid(ParameterException problem, TypeConversionException reason) {
        return "'"
                + problem.getValue()
                + "' is not valid for "
                + name(problem.getArgSpec())
                + ": "
                + reason.getMessage();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? "option '" + option.longestName() + "'"
                : argument.paramLabel();
    }

    private static String lowerCase(String message) {
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}
