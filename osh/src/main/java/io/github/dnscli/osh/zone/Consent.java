package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Options;
import java.io.IOException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Whether the user wants a zone changed: he said so on the command line, or he is asked.
///
/// @param answers the user
/// @param parsed the command line
record Consent(Answers answers, ParseResult parsed) {

    private static final String NAME = "--yes";

    /// What the user says.
    enum Answer {
        /// Change it.
        YES,
        /// Do not.
        NO,
        /// Let me edit it again.
        AGAIN,
        /// Nothing: nobody is there.
        NOBODY
    }

    static OptionSpec option() {
        return Options.flag(NAME).description("Change the zone without asking.").build();
    }

    boolean isGiven() {
        return parsed.hasMatchedOption(NAME);
    }

    /// {@return what he says}
    ///
    /// @param letters the letters he may type
    Answer ask(ServedZone zone, Proposal proposal, String letters) throws IOException {
        if (isGiven()) {
            return Answer.YES;
        }
        String question =
                "apply %s to %s? %s"
                        .formatted(
                                Count.of(proposal.changes().size(), "change"),
                                zone.display(),
                                letters);
        return answers.letter(question)
                .map(
                        letter ->
                                switch (letter) {
                                    case "y" -> Answer.YES;
                                    case "e" -> Answer.AGAIN;
                                    default -> Answer.NO;
                                })
                .orElse(Answer.NOBODY);
    }

    static ExitStatus tellNobody(ServedZone zone, Console console) {
        console.error(zone.display() + " stays as it is: nobody is there to say yes");
        console.hint("'" + NAME + "' says it beforehand");
        return ExitStatus.NO;
    }
}
