package io.github.dnscli.oserve.log;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.JsonWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// Lines for programs: a JSON object (RFC 8259) for each event, with `time` (RFC 3339, in UTC), `level` (`error`, `warning`,
/// `info` or `debug`), `event`, `message`, `hint` if there is one, and what the event is about.
record JsonLog(Console console, InstantSource clock) implements Log {

    @Override
    public void write(LogEvent event) {
        if (console.says(event.level().verbosity())) {
            console.line(event.level().priority(), line(event, clock.instant()));
        }
    }

    static String line(LogEvent event, Instant time) {
        var text = new StringBuilder();
        var json = JsonWriter.onOneLine(text::append).beginObject();
        json.member("time", time.truncatedTo(ChronoUnit.MILLIS).toString())
                .member("level", event.level().word())
                .member("event", event.name())
                .member("message", event.message());
        event.hint().ifPresent(hint -> json.member("hint", hint));
        event.fields().forEach(field -> write(field, json.name(field.name())));
        json.endObject();
        return text.toString().stripTrailing();
    }

    private static void write(LogField field, JsonWriter json) {
        switch (field) {
            case LogField.Text(_, var value) -> json.value(value);
            case LogField.Count(_, var value) -> json.value(value);
            case LogField.Texts(_, var values) -> {
                json.beginArray();
                values.forEach(json::value);
                json.endArray();
            }
        }
    }
}
