package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Options;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `--yes`: the zone may be changed.
final class YesOption {

    private static final String NAME = "--yes";

    private YesOption() {}

    static OptionSpec option() {
        return Options.flag(NAME).description("Change the zone without asking.").build();
    }

    /// {@return the user's consent, or the way to ask for it}
    static Consent consent(Answers answers, ParseResult parsed) {
        return new Consent(answers, parsed.hasMatchedOption(NAME));
    }
}
