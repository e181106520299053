package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.CertifierSettings;
import io.github.dnscli.certifier.policy.NameAllowance;
import io.github.dnscli.certifier.policy.NameAllowances;
import io.github.dnscli.certifier.policy.ParsedAllowance;
import io.github.dnscli.cli.Options;
import io.github.dnscli.cli.World;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// What the user wants of a certifier, wherever its zones are: who issues, to whom, and how proofs get into the DNS.
///
/// @param authority who issues
/// @param challenge where proofs go
/// @param allowances whose names may be asked for besides one's own
/// @param ordersAWeek how often the same request is ordered within seven days
/// @param onFailure what to run when there is no certificate
public record IssuingOptions(
        AuthorityChoice authority,
        Optional<ChallengeOptions> challenge,
        NameAllowances allowances,
        int ordersAWeek,
        FailureOption onFailure) {

    private static final String ALLOW = "--allow-names";
    private static final String ORDERS = "--orders-per-week";
    private static final String ON_FAILURE = "--on-failure";

    /// An authority on this machine may be asked sooner than one that counts.
    private static final Duration PRIVATE_FIRST_RETRY = Duration.ofSeconds(5);

    private static final Duration PRIVATE_LONGEST_RETRY = Duration.ofHours(1);

    /// Adds the options to a command.
    public static void addTo(CommandSpec spec) {
        AuthorityOptions.addTo(spec);
        ChallengeOptions.addTo(spec);
        spec.addOption(
                Options.repeated(
                                ALLOW,
                                "WHERE=PATTERN,...",
                                NameAllowance.class,
                                IssuingOptions::allowance)
                        .description(
                                "Let requests at or below the name WHERE, or for the key key:SHA256, ask for these names too;"
                                        + " may be given several times (default: only for names at and below their own).")
                        .build());
        spec.addOption(
                Options.text(ORDERS, "N")
                        .type(Integer.class)
                        .converters(IssuingOptions::orders)
                        .description(
                                "How often the same request may be ordered within seven days (default: 5).")
                        .build());
        spec.addOption(
                Options.text(ON_FAILURE, "COMMAND")
                        .description(
                                "Run this by the shell when there is no certificate, once for each new reason; variables"
                                        + " DNSCLI_... tell it why.")
                        .build());
    }

    private static NameAllowance allowance(String text) {
        return switch (NameAllowance.parse(text)) {
            case ParsedAllowance.Valid(var allowance) -> allowance;
            case ParsedAllowance.Invalid(var problem) -> throw new TypeConversionException(problem);
        };
    }

    private static Integer orders(String text) {
        int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (number < 1) {
            throw new TypeConversionException("a number from 1 to 999999 would be");
        }
        return number;
    }

    /// {@return which of these options a command line has}
    static Stream<String> given(ParseResult parsed) {
        var own = CommandSpec.create();
        addTo(own);
        return own.options().stream()
                .map(option -> option.longestName())
                .filter(parsed::hasMatchedOption);
    }

    /// {@return what a command line says}
    ///
    /// @throws ParameterException if it makes no sense
    /// @throws IOException if a file that it names cannot be read
    public static IssuingOptions of(ParseResult parsed, World world) throws IOException {
        boolean isAcme = AuthorityOptions.isAcme(parsed);
        if (!isAcme) {
            ChallengeOptions.refuse(parsed);
        }
        return new IssuingOptions(
                AuthorityOptions.of(parsed, world),
                isAcme ? Optional.of(ChallengeOptions.of(parsed, world)) : Optional.empty(),
                new NameAllowances(parsed.matchedOptionValue(ALLOW, List.of())),
                parsed.matchedOptionValue(ORDERS, CertifierSettings.DEFAULT.ordersAWeek()),
                FailureOption.of(
                        Optional.ofNullable(parsed.<String>matchedOptionValue(ON_FAILURE, null)),
                        parsed));
    }

    /// {@return how the certifier behaves}
    CertifierSettings settings() {
        var usual = CertifierSettings.DEFAULT;
        return switch (authority) {
            case AuthorityChoice.Private _ ->
                    new CertifierSettings(
                            allowances,
                            ordersAWeek,
                            PRIVATE_FIRST_RETRY,
                            PRIVATE_LONGEST_RETRY,
                            usual.orderTime());
            case AuthorityChoice.Acme _ ->
                    new CertifierSettings(
                            allowances,
                            ordersAWeek,
                            usual.firstRetry(),
                            usual.longestRetry(),
                            usual.orderTime());
        };
    }
}
