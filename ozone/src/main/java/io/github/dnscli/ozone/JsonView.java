package io.github.dnscli.ozone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.JsonWriter;
import io.github.dnscli.cli.Version;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.zone.RecordChange;
import io.github.dnscli.ozone.Inspected.JudgedKeys;
import io.github.dnscli.ozone.Inspected.JudgedZone;
import io.github.dnscli.ozone.Inspected.PassedOver;
import io.github.dnscli.ozone.Inspected.RemovedZone;
import io.github.dnscli.ozone.Inspected.Unfinished;
import io.github.dnscli.ozone.Inspected.Unreadable;
import java.util.List;
import java.util.Optional;

/// Shows programs what came of checking files: one JSON text on standard output, as `docs/ozone.schema.json` describes it.
final class JsonView implements View {

    /// Changes when a program that reads the text would have to.
    static final int VERSION = 1;

    private final Console console;
    private final JsonWriter json;

    JsonView(Console console) {
        this.console = console;
        this.json = new JsonWriter(console::print);
        begin(json);
        json.name("files").beginArray();
    }

    /// Writes what every text of ours begins with.
    static void begin(JsonWriter json) {
        json.beginObject().member("version", VERSION);
        json.name("tool").beginObject().member("name", "ozone");
        json.member("version", Version.text()).endObject();
    }

    @Override
    public void show(Inspected file) {
        json.beginObject().member("file", file.file());
        switch (file) {
            case JudgedZone zone -> write(zone, Optional.empty());
            case Unfinished(var zone, var problem) -> write(zone, Optional.of(problem));
            case RemovedZone zone -> {
                json.member("kind", "removed-zone").member("zone", zone.zone().toString());
                write(zone.remarks());
                writeChanges(zone.changes());
            }
            case JudgedKeys keys -> {
                json.member("kind", "keys").member("keys", keys.keys());
                write(keys.remarks());
            }
            case Unreadable(_, var problem) ->
                    json.member("kind", "unreadable").member("problem", problem);
            case PassedOver(_, var reason) ->
                    json.member("kind", "passed-over").member("reason", reason);
        }
        json.endObject();
        Aside.say(file, console);
    }

    private void write(JudgedZone zone, Optional<String> problem) {
        json.member("kind", "zone").member("zone", zone.zone().toString());
        problem.ifPresent(words -> json.member("problem", words));
        write(zone.remarks());
        writeChanges(zone.changes());
        zone.repair().ifPresent(this::write);
    }

    private void write(List<Remark> remarks) {
        json.name("findings").beginArray();
        remarks.forEach(this::write);
        json.endArray();
    }

    private void write(Remark remark) {
        var finding = remark.finding();
        json.beginObject().member("id", finding.check().id());
        json.member("severity", finding.severity().word());
        json.member("class", finding.check().kind().word());
        writePlace(remark);
        finding.subject().ifPresent(subject -> json.member("owner", subject.owner()));
        finding.subject()
                .filter(subject -> !subject.type().isEmpty())
                .ifPresent(subject -> json.member("type", subject.type()));
        writeWords(finding);
        remark.excerpt().ifPresent(excerpt -> json.member("excerpt", excerpt.text()));
        json.endObject();
    }

    private void writePlace(Remark remark) {
        var place = remark.finding().place();
        json.member("file", place.source());
        if (place.line() > 0) {
            json.member("line", place.line());
        }
        if (place.column() > 0) {
            json.member("column", place.column());
            int length = remark.excerpt().map(Extent::length).orElse(0);
            if (length > 0) {
                json.member("endColumn", place.column() + length);
            }
        }
    }

    private void writeWords(Finding finding) {
        json.member("message", finding.message());
        if (!finding.hint().isEmpty()) {
            json.member("hint", finding.hint());
        }
    }

    private void writeChanges(List<RecordChange> changes) {
        if (!changes.isEmpty()) {
            json.name("changes").beginArray();
            changes.forEach(this::write);
            json.endArray();
        }
    }

    private void write(RecordChange change) {
        json.beginObject();
        switch (change) {
            case RecordChange.Added(var record) ->
                    json.member("change", "added").member("record", record.toString());
            case RecordChange.Removed(var record) ->
                    json.member("change", "removed").member("record", record.toString());
            case RecordChange.Retimed(var record, var before) ->
                    json.member("change", "ttl")
                            .member("record", record.toString())
                            .member("ttlBefore", before.seconds());
        }
        json.endObject();
    }

    private void write(SerialRepair repair) {
        json.name("serial").beginObject();
        switch (repair) {
            case SerialRepair.Raised(var from, var to) ->
                    json.member("outcome", "raised")
                            .member("from", from.value())
                            .member("to", to.value());
            case SerialRepair.Kept(var reason) ->
                    json.member("outcome", "kept").member("reason", reason);
            case SerialRepair.Refused(var reason) ->
                    json.member("outcome", "refused").member("reason", reason);
        }
        json.endObject();
    }

    @Override
    public void end(Inspection.Done done) {
        json.endArray();
        if (!done.stale().isEmpty()) {
            json.name("stale").beginArray();
            done.stale().forEach(json::value);
            json.endArray();
        }
        write(done.tally());
        json.member("status", done.tally().status().code()).endObject();
        Aside.say(done, console);
    }

    private void write(Tally tally) {
        json.name("summary").beginObject();
        json.member("files", tally.files()).member("unreadable", tally.unreadable());
        json.member("errors", tally.errors()).member("warnings", tally.warnings());
        json.member("notes", tally.notes()).member("accepted", tally.accepted());
        json.endObject();
    }
}
