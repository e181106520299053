package io.github.dnscli.common.finding;

import java.util.Locale;
import java.util.Optional;

/// One rule of the catalogue: what it is called, how much it matters, and what it depends on.
///
/// @param id the permanent kebab-case name, as printed in brackets behind each finding
/// @param severity the default severity
/// @param kind what the judgement depends on
public record Check(String id, Severity severity, Kind kind) {

    /// What a judgement depends on. A server refuses an update, or keeps its last good zone, only for errors of the
    /// first two kinds: an expired certificate must never freeze a zone.
    public enum Kind {
        /// The text alone.
        SYNTAX,
        /// How the records of a zone fit together.
        STRUCTURE,
        /// What is wise.
        POLICY,
        /// The clock, certificates or signatures.
        TIME;

        /// {@return the word that users see, in lower case}
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// {@return an error of kind syntax}
    public static Check syntax(String id) {
        return new Check(id, Severity.ERROR, Kind.SYNTAX);
    }

    /// {@return an error of kind structure}
    public static Check structure(String id) {
        return new Check(id, Severity.ERROR, Kind.STRUCTURE);
    }

    /// {@return an error of kind time}
    public static Check time(String id) {
        return new Check(id, Severity.ERROR, Kind.TIME);
    }

    /// {@return a warning of kind policy}
    public static Check policy(String id) {
        return new Check(id, Severity.WARNING, Kind.POLICY);
    }

    /// {@return the same check with another default severity}
    public Check as(Severity other) {
        return new Check(id, other, kind);
    }

    /// {@return a finding of this check at a place}
    public Finding at(Place place, String message) {
        return new Finding(this, severity, place, message, "", Optional.empty());
    }
}
