package io.github.dnscli.osh.zone;

import java.io.Console;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/// The user's answers to questions.
@FunctionalInterface
public interface Answers {

    /// Nobody is there to answer.
    Answers NOBODY = _ -> Optional.empty();

    /// Whoever sits at the terminal of this process, if its input and output are one. The wait for a line cannot be
    /// interrupted: a program that reads lines from the terminal itself asks by its own means.
    Answers AT_TERMINAL =
            question ->
                    Optional.ofNullable(System.console())
                            .filter(Console::isTerminal)
                            .map(terminal -> terminal.readLine("%s ", question));

    /// {@return what the user says, without the line's end; empty if nobody answers}
    ///
    /// @param question what to show, such as `apply these changes? [y/N]`, without a blank behind it
    /// @throws IOException if the answer cannot be read
    Optional<String> to(String question) throws IOException;

    /// {@return the first letter of what the user says, in lower case; blank if he only pressed return; empty if nobody
    /// answers}
    default Optional<String> letter(String question) throws IOException {
        return to(question)
                .map(answer -> (answer.strip() + " ").substring(0, 1).toLowerCase(Locale.ROOT));
    }
}
