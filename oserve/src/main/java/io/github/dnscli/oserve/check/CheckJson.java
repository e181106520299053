package io.github.dnscli.oserve.check;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.JsonWriter;
import io.github.dnscli.oserve.check.CheckReport.ZoneReport;
import java.util.List;

/// Shows programs what a server would begin with: one JSON text on standard output.
final class CheckJson {

    private final JsonWriter json;

    CheckJson(Console console) {
        json = new JsonWriter(console::print);
    }

    void show(CheckReport report) {
        json.beginObject().member("ok", report.status() == ExitStatus.YES);
        json.name("zones").beginArray();
        report.zones().forEach(this::write);
        json.endArray().member("keys", report.keys());
        write("remarks", report.remarks());
        write("obstacles", report.obstacles());
        write("unreadable", report.unreadable());
        json.endObject();
    }

    private void write(ZoneReport zone) {
        json.beginObject();
        json.member("zone", zone.zone().display()).member("file", zone.file());
        zone.serial().ifPresent(serial -> json.member("serial", serial.value()));
        json.member("served", zone.serial().isPresent()).member("current", zone.isCurrent());
        write("findings", zone.lines());
        json.endObject();
    }

    private void write(String name, List<String> lines) {
        json.name(name).beginArray();
        lines.forEach(json::value);
        json.endArray();
    }
}
