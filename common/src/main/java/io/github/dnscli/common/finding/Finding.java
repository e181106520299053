package io.github.dnscli.common.finding;

import java.util.Optional;

/// Something wrong, where it stands, and what could be done about it.
///
/// @param check the rule that is broken
/// @param severity how much it matters here
/// @param place where it stands
/// @param message names the offending value; lower case, no full stop
/// @param hint the repair, or empty
/// @param subject the records it is about; empty if it is about text that is none, or about the whole
public record Finding(
        Check check,
        Severity severity,
        Place place,
        String message,
        String hint,
        Optional<Subject> subject) {

    /// Keeps what a terminal would obey out of the words: they quote files, and files may hold anything.
    public Finding {
        message = SafeText.of(message);
        hint = SafeText.of(hint);
    }

    /// {@return the same finding with a hint at the repair}
    public Finding withHint(String repair) {
        return new Finding(check, severity, place, message, repair, subject);
    }

    /// {@return the same finding, known to be about some records}
    public Finding about(Subject records) {
        return new Finding(check, severity, place, message, hint, Optional.of(records));
    }

    /// {@return the same finding, mattering more or less}
    public Finding as(Severity other) {
        return new Finding(check, other, place, message, hint, subject);
    }

    /// {@return whether it is an error}
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /// {@return whether a server refuses an update for it, or keeps its last good zone: only for errors that neither the
    /// clock nor taste can make}
    public boolean forbidsServing() {
        return isError()
                && switch (check.kind()) {
                    case SYNTAX, STRUCTURE -> true;
                    case POLICY, TIME -> false;
                };
    }

    /// {@return the finding as one line: `file:line:column: error: message [id]`}
    @Override
    public String toString() {
        return place + ": " + severity.word() + ": " + message + " [" + check.id() + "]";
    }
}
