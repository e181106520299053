package io.github.dnscli.osh;

import io.github.dnscli.osh.context.Session;
import io.github.dnscli.osh.names.ZoneAtHand;
import io.github.dnscli.osh.run.Interpreter;
import io.github.dnscli.osh.screen.Lines;
import io.github.dnscli.osh.screen.Prompt;
import io.github.dnscli.osh.screen.Typed;

/// Lines that somebody types: one after the other is read and run.
///
/// @param lines the lines
/// @param session what they are about
/// @param names what is in the zone that they are about
/// @param interpreter does what they say
/// @param colored whether the prompt has colours
record Shell(
        Lines lines, Session session, ZoneAtHand names, Interpreter interpreter, boolean colored) {

    /// {@return the status of the last command, when somebody leaves}
    int work() {
        int status = 0;
        while (!session.hasEnded()) {
            names.prepare();
            switch (lines.next(new Prompt(session.context(), status, colored))) {
                case Typed.Line(var line) -> status = line.isBlank() ? 0 : interpreter.run(line);
                case Typed.GivenUp() -> status = 0;
                case Typed.End() -> session.end();
            }
        }
        return status;
    }
}
