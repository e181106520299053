package io.github.dnscli.osh.look;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.JsonWriter;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageRecord;
import java.util.List;

/// Writes what a server said as one JSON object.
///
/// @param console where to
record DigJson(Console console) {

    void write(Message message, Dug dug) {
        var json = new JsonWriter(console::print).beginObject();
        json.member("server", dug.server().display());
        json.member("milliseconds", dug.time().toMillis());
        message.question()
                .ifPresent(
                        asked ->
                                json.member("name", asked.name().toString())
                                        .member("type", asked.type().toString()));
        json.member("outcome", message.rcode().toString());
        json.name("flags").beginArray();
        DigView.flags(message).forEach(json::value);
        json.endArray().name("extendedErrors").beginArray();
        for (var error : DigView.errors(message)) {
            json.beginObject().member("code", error.code());
            json.member("text", error.text()).endObject();
        }
        json.endArray();
        section("answer", message.answers(), json);
        section("authority", message.authority(), json);
        section("additional", message.additional(), json);
        json.endObject();
    }

    private static void section(String name, List<MessageRecord> records, JsonWriter json) {
        json.name(name).beginArray();
        for (var record : records) {
            json.beginObject().member("name", record.owner().toString());
            json.member("ttl", record.ttl());
            json.member("type", record.type().toString());
            record.data().ifPresent(data -> json.member("data", data.text()));
            json.endObject();
        }
        json.endArray();
    }
}
