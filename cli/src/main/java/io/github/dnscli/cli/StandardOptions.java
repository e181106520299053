package io.github.dnscli.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/// The options that every command has.
public final class StandardOptions {

    private static final List<String> NAMES =
            List.of(
                    "--quiet",
                    "--verbose",
                    "--verbosity",
                    "--color",
                    "--debug",
                    "--help",
                    "--version");

    private StandardOptions() {}

    /// {@return whether an option is one of those that every command has}
    public static boolean contains(OptionSpec option) {
        return NAMES.contains(option.longestName());
    }

    /// Adds the options to a command and to its subcommands.
    public static void addTo(CommandSpec spec) {
        spec.addOption(
                flag("-q", "--quiet").description("Say nothing but answers and errors.").build());
        spec.addOption(
                flag("-v", "--verbose")
                        .type(boolean[].class)
                        .description("Say what is being done; twice, say more (can be repeated).")
                        .build());
        spec.addOption(
                choice("--verbosity", Verbosity.class, "LEVEL")
                        .description(
                                "How much to say: quiet, error, warning (default), info or debug.")
                        .build());
        spec.addOption(
                choice("--color", ColorChoice.class, "WHEN")
                        .description(
                                "Use colours: auto (default: on a terminal, unless NO_COLOR is set), always or never.")
                        .build());
        spec.addOption(
                flag("--debug").description("Should the command have a bug, show where.").build());
        spec.addOption(
                flag("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help and exit.")
                        .build());
        spec.addOption(
                flag("--version")
                        .versionHelp(true)
                        .description("Show the version and exit.")
                        .build());
    }

    private static OptionSpec.Builder flag(String... names) {
        return OptionSpec.builder(names)
                .arity("0")
                .type(boolean.class)
                .scopeType(ScopeType.INHERIT);
    }

    private static <E extends Enum<E>> OptionSpec.Builder choice(
            String name, Class<E> type, String label) {
        return Choice.option(name, type).paramLabel(label).scopeType(ScopeType.INHERIT);
    }

    /// {@return the console as the options want it}
    static Console apply(ParseResult parsed, Console console, World world) {
        var color = last(parsed, "--color", ColorChoice.class).orElse(ColorChoice.AUTO);
        return console.with(verbosity(parsed), color, world);
    }

    private static Verbosity verbosity(ParseResult parsed) {
        if (isGiven(parsed, "--quiet")) {
            return Verbosity.QUIET;
        }
        return last(parsed, "--verbosity", Verbosity.class).orElseGet(() -> repeated(parsed));
    }

    private static Verbosity repeated(ParseResult parsed) {
        int count = last(parsed, "--verbose", boolean[].class).map(given -> given.length).orElse(0);
        return switch (count) {
            case 0 -> Verbosity.WARNING;
            case 1 -> Verbosity.INFO;
            default -> Verbosity.DEBUG;
        };
    }

    /// {@return whether a flag stands anywhere on the command line, before or behind the name of a subcommand}
    static boolean isGiven(ParseResult parsed, String name) {
        return last(parsed, name, Object.class).isPresent();
    }

    private static <T> Optional<T> last(ParseResult parsed, String name, Class<T> type) {
        Optional<T> deeper =
                parsed.hasSubcommand() ? last(parsed.subcommand(), name, type) : Optional.empty();
        return deeper.or(
                () ->
                        Optional.ofNullable(parsed.matchedOption(name))
                                .map(ArgSpec::getValue)
                                .map(type::cast));
    }
}
