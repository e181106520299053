package io.github.dnscli.oserve.certifier;

import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// What the user wants of a certifier in a server's own process.
///
/// @param issuing who issues, and to whom
/// @param state the folder of what it must not forget
public record HouseOptions(IssuingOptions issuing, Path state) {

    private static final String CERTIFIER = "--certifier";
    private static final String FOLDER = "certifier";

    /// Adds the options to a server's command.
    public static void addTo(CommandSpec spec) {
        spec.addOption(
                Options.flag(CERTIFIER)
                        .description(
                                "Answer signing requests in the zones with certificates, as 'oserve certifier' does.")
                        .build());
        IssuingOptions.addTo(spec);
    }

    /// {@return what a command line says, if it wants a certifier at all}
    ///
    /// @param state the server's state folder, if it has one
    /// @throws ParameterException if it makes no sense
    /// @throws IOException if a file that it names cannot be read
    public static Optional<HouseOptions> of(ParseResult parsed, Optional<Path> state, World world)
            throws IOException {
        if (!parsed.hasMatchedOption(CERTIFIER)) {
            refuse(parsed);
            return Optional.empty();
        }
        var folder =
                state.orElseThrow(
                        () ->
                                CertifierOptions.wrong(
                                        parsed,
                                        "'--certifier' wants '--state', to keep what it issued"));
        return Optional.of(
                new HouseOptions(IssuingOptions.of(parsed, world), folder.resolve(FOLDER)));
    }

    private static void refuse(ParseResult parsed) {
        IssuingOptions.given(parsed)
                .findFirst()
                .ifPresent(
                        option -> {
                            throw CertifierOptions.wrong(
                                    parsed,
                                    "option '" + option + "' is of use with '--certifier' only");
                        });
    }
}
