package io.github.dnscli.oserve.certifier;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.World;
import io.github.dnscli.oserve.database.StateOption;
import io.github.dnscli.oserve.http.HttpOptions;
import io.github.dnscli.oserve.log.LogOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// What the user wants of a certifier beside a server.
///
/// @param watch which zones, and where
/// @param issuing who issues, and to whom
/// @param state the folder of what it must not forget
/// @param http what it shows by HTTP
/// @param course how far it goes
record CertifierOptions(
        WatchOptions watch,
        IssuingOptions issuing,
        CertifierFolder state,
        HttpOptions http,
        Course course) {

    private static final String STATE = "--state";
    private static final String ONCE = "--once";
    private static final String DRY_RUN = "--dry-run";

    static void addTo(CommandSpec spec) {
        WatchOptions.addTo(spec);
        spec.addOption(stateOption());
        IssuingOptions.addTo(spec);
        spec.addOption(Options.flag(ONCE).description("Do what there is to do, and end.").build());
        spec.addOption(
                Options.flag(DRY_RUN)
                        .description(
                                "Tell what there is to do, and end; nothing is written anywhere, and nothing ordered.")
                        .build());
        spec.addOption(HttpOptions.http());
        spec.addOption(LogOption.option());
    }

    /// {@return `--state`}
    static OptionSpec stateOption() {
        return StateOption.option()
                .description(
                        "The folder that keeps accounts, keys and what was issued; made if it is not there (default:"
                                + " $STATE_DIRECTORY, as systemd sets it).")
                .build();
    }

    /// {@return the folder that a command line or systemd names}
    ///
    /// @throws ParameterException if neither does
    static CertifierFolder folder(ParseResult parsed, World world) {
        Path path = StateOption.named(parsed, world).orElseThrow(() -> missing(parsed, STATE));
        return new CertifierFolder(path);
    }

    /// {@return what a command line says}
    ///
    /// @throws ParameterException if it makes no sense
    /// @throws IOException if a file that it names cannot be read
    static CertifierOptions of(ParseResult parsed, World world, Console console)
            throws IOException {
        return new CertifierOptions(
                WatchOptions.of(parsed, world, console),
                IssuingOptions.of(parsed, world),
                folder(parsed, world),
                HttpOptions.of(parsed, world),
                course(parsed));
    }

    private static Course course(ParseResult parsed) {
        if (parsed.hasMatchedOption(DRY_RUN)) {
            return Course.TRIAL;
        }
        return parsed.hasMatchedOption(ONCE) ? Course.ONCE : Course.STAY;
    }

    /// Says that options are of no use with an authority of one's own.
    ///
    /// @param why what is so with such an authority, for people
    static void refuseWithPrivate(List<String> options, String why, ParseResult parsed) {
        var given = options.stream().filter(parsed::hasMatchedOption).findFirst();
        if (given.isPresent()) {
            throw wrong(
                    parsed,
                    "option '%s' is of no use with '--ca private', which %s"
                            .formatted(given.get(), why));
        }
    }

    /// {@return that something must be said}
    static ParameterException missing(ParseResult parsed, String option) {
        return wrong(parsed, "option '" + option + "' is missing");
    }

    /// {@return that a command line makes no sense}
    ///
    /// @param problem why, for people
    static ParameterException wrong(ParseResult parsed, String problem) {
        return new ParameterException(parsed.commandSpec().commandLine(), problem);
    }
}
