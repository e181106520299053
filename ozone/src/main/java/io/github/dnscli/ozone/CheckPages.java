package io.github.dnscli.ozone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.finding.Check;

/// Says which checks there are, and what each is about.
///
/// @param console where
record CheckPages(Console console) {

    ExitStatus list() {
        KnownChecks.all().forEach(check -> console.answer(line(check)));
        return ExitStatus.YES;
    }

    ExitStatus explain(Check check) {
        console.answer(line(check));
        return ExitStatus.YES;
    }

    private static String line(Check check) {
        return check.id() + " " + check.severity().word();
    }
}
