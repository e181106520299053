package io.github.dnscli.osh.zone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;

/// Which zone of which server the user means.
public sealed interface ZoneChoice {

    /// There is one.
    ///
    /// @param zone the zone at its server
    record Chosen(ServedZone zone) implements ZoneChoice {}

    /// It is not clear.
    ///
    /// @param problem why, for people
    /// @param hint what to do
    /// @param status what to tell the shell
    record Unclear(String problem, String hint, ExitStatus status) implements ZoneChoice {

        /// Says so.
        ///
        /// @return what to tell the shell
        public ExitStatus tell(Console console) {
            console.error(problem);
            if (!hint.isEmpty()) {
                console.hint(hint);
            }
            return status;
        }
    }
}
