package io.github.dnscli.osh;

import io.github.dnscli.cli.KeySource;
import io.github.dnscli.cli.Manual;

/// The manual page of the shell.
final class OshManual {

    static final Manual PAGE =
            Manual.of(
                            """
                            Runs the commands of dns-cli, and some of its own, one line after the other. At a terminal the \
                            lines are typed: with completion by Tab, editing as in other shells, and a history. Otherwise \
                            they are a script, from a file, from standard input, or from the command line. Commands run \
                            within the shell, so they start at once.""",
                            """
                            'use @SERVER key KEY zone ZONE', any part of it, says what the commands after it are about. It \
                            stands in the prompt, and goes into each command that takes a server, a key or a zone and does \
                            not name one itself: after 'use @192.0.2.1 key @update.key zone example.com', the line \
                            'oupdate www 198.51.100.7' means 'oupdate @192.0.2.1 @update.key www.example.com \
                            198.51.100.7'. With -v, a command tells what was put in. 'use' alone shows what is in use, 'use \
                            none' forgets it.""",
                            """
                            While a zone is in use, a name without a final dot gets the zone behind it, as in zone files, \
                            unless it ends in the zone's name already. '@' is the zone itself. Names of other zones want a \
                            final dot: 'www.example.org.'. Commands that take \
                            the zone themselves look after that: 'dig' takes a name of several labels as it is. On a line that leaves out a server or a key, a server is an \
                            address or begins with '@', and a key is a file behind '@', 'env:VARIABLE' or the key itself.""",
                            """
                            Lines are split into words as other shells do it, with quotes of either kind and backslashes; \
                            ';' parts commands, '#' begins a comment. There are no variables, pipes or patterns.""",
                            """
                            'help' lists all commands. 'history' shows what was typed, 'cd' and 'pwd' are about the folder, \
                            'exit', 'quit' and Ctrl-D leave. Ctrl-C ends the command that runs; at the prompt it clears the \
                            line. What of a command does not end within five seconds is left behind; a second Ctrl-C does not \
                            wait for that. The prompt tells the status of a command that failed.""",
                            """
                            A script ends at the first line that fails, with the status of its command; with --keep-going it \
                            goes on, and has the status of the last line.""")
                    .example("Work on a zone.", "osh")
                    .example(
                            "Change two addresses, the second only if the first went well.",
                            "osh -c 'use @192.0.2.1 key @update.key zone example.com' -c 'oupdate www 198.51.100.7' -c"
                                    + " 'oupdate mail 198.51.100.8'")
                    .example("Run a script.", "osh moves.osh")
                    .file(
                            "$XDG_STATE_HOME/dns-cli/history",
                            "The last 2000 lines that were typed; in ~/.local/state if the variable is not set. Only its"
                                    + " owner can read it. Secrets are taken out first; lines that begin with a blank are"
                                    + " left out.")
                    .variable(KeySource.VARIABLE, "The key to sign with, if none is in use.")
                    .seeAlso(
                            "ozone(1)",
                            "onotify(1)",
                            "oupdate(1)",
                            "ocertify(1)",
                            "otlsa-fetch(1)",
                            "oserve(1)");

    private OshManual() {}
}
