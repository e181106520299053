package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.Count;
import io.github.dnscli.cli.ExitStatus;
import java.io.IOException;

/// Whether the user wants a zone changed: he said so on the command line, or he is asked.
///
/// @param answers the user
/// @param isGiven whether he said so on the command line
record Consent(Answers answers, boolean isGiven) {

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

    /// {@return what he says}
    ///
    /// @param letters the letters he may type
    Answer ask(ServedZone zone, Proposal proposal, String letters) throws IOException {
        if (isGiven) {
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
        console.hint("'--yes' says it beforehand");
        return ExitStatus.NO;
    }
}
