package io.github.dnscli.oserve.log;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Something that has happened, worth a line of the log.
///
/// @param level how much it matters
/// @param name which kind of event it is, for programs: words with hyphens, which stay as they are
/// @param message what has happened, for people; no secrets in it
/// @param hint what to do about it
/// @param fields what it is about, for programs
public record LogEvent(
        LogLevel level, String name, String message, Optional<String> hint, List<LogField> fields) {

    /// Copies the fields.
    public LogEvent {
        fields = List.copyOf(fields);
    }

    private static LogEvent of(LogLevel level, String name, String message) {
        return new LogEvent(level, name, message, Optional.empty(), List.of());
    }

    /// {@return an error}
    public static LogEvent error(String name, String message) {
        return of(LogLevel.ERROR, name, message);
    }

    /// {@return a warning}
    public static LogEvent warning(String name, String message) {
        return of(LogLevel.WARNING, name, message);
    }

    /// {@return something that operators expect to read of}
    public static LogEvent info(String name, String message) {
        return of(LogLevel.INFO, name, message);
    }

    /// {@return something for those who ask for more}
    public static LogEvent detail(String name, String message) {
        return of(LogLevel.DETAIL, name, message);
    }

    /// {@return the same with what to do about it}; an empty text changes nothing
    public LogEvent hint(String text) {
        return text.isEmpty()
                ? this
                : new LogEvent(level, name, message, Optional.of(text), fields);
    }

    /// {@return the same about a zone}
    LogEvent zone(DomainName zone) {
        return with("zone", zone.display());
    }

    /// {@return the same about a key}
    LogEvent key(DomainName key) {
        return with("key", key.display());
    }

    /// {@return the same with a text}
    public LogEvent with(String field, String value) {
        return with(new LogField.Text(field, value));
    }

    /// {@return the same with a time}
    public LogEvent with(String field, Instant time) {
        return with(field, Moment.of(time));
    }

    /// {@return the same with a number}
    public LogEvent with(String field, long value) {
        return with(new LogField.Count(field, value));
    }

    /// {@return the same with a serial}
    LogEvent with(String field, Serial serial) {
        return with(field, serial.value());
    }

    /// {@return the same with a serial, if there is one}
    LogEvent with(String field, Optional<Serial> serial) {
        return serial.map(known -> with(field, known)).orElse(this);
    }

    /// {@return the same with several texts}
    LogEvent with(String field, List<String> values) {
        return with(new LogField.Texts(field, values));
    }

    private LogEvent with(LogField field) {
        return new LogEvent(
                level,
                name,
                message,
                hint,
                Stream.concat(fields.stream(), Stream.of(field)).toList());
    }
}
