package io.github.dnscli.ozone;

import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.JsonWriter;
import io.github.dnscli.cli.Version;
import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Shows code scanning what came of checking files: one SARIF 2.1.0 log on standard output, with one run.
///
/// Results are written as they come, and behind them the rules that they are about, which are known only then; the order
/// of an object's members means nothing.
final class SarifView implements View {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// Something that kept the tool from doing all of its work.
    private record Notification(String file, String problem) {}

    private final Console console;
    private final JsonWriter json;
    private final SarifPlace place;
    private final Fingerprints fingerprints = new Fingerprints();
    private final Map<Check, Integer> rules = new LinkedHashMap<>();
    private final List<Notification> notifications = new ArrayList<>();

    SarifView(Console console) {
        this.console = console;
        this.json = new JsonWriter(console::print);
        this.place = new SarifPlace(json);
        json.beginObject().member("$schema", SCHEMA).member("version", "2.1.0");
        json.name("runs").beginArray().beginObject();
        json.member("columnKind", "unicodeCodePoints");
        json.name("results").beginArray();
    }

    @Override
    public void show(Inspected file) {
        file.remarks().forEach(this::write);
        file.problem()
                .map(problem -> new Notification(file.file(), problem))
                .ifPresent(notifications::add);
        Aside.say(file, console);
    }

    private void write(Remark remark) {
        var finding = remark.finding();
        json.beginObject().member("ruleId", finding.check().id());
        json.member("ruleIndex", rules.computeIfAbsent(finding.check(), _ -> rules.size()));
        json.member("level", level(finding.severity()));
        text("message", words(finding));
        json.name("locations").beginArray();
        place.write(remark);
        json.endArray();
        json.name("partialFingerprints").beginObject();
        json.member("ozone/v1", fingerprints.of(finding)).endObject();
        json.endObject();
    }

    private static String words(Finding finding) {
        return finding.hint().isEmpty()
                ? finding.message()
                : finding.message() + "\nhint: " + finding.hint();
    }

    private void text(String name, String words) {
        json.name(name).beginObject().member("text", words).endObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR, WARNING, NOTE -> severity.word();
            case OFF -> "none";
        };
    }

    @Override
    public void end(Inspection.Done done) {
        json.endArray();
        writeTool();
        writeInvocation(done.tally().status());
        json.endObject().endArray().endObject();
        Aside.say(done, console);
    }

    private void writeTool() {
        json.name("tool").beginObject().name("driver").beginObject();
        json.member("name", "ozone").member("version", Version.text());
        json.name("rules").beginArray();
        if (!rules.isEmpty()) {
            var guide = Guide.read();
            rules.keySet().forEach(rule -> write(rule, guide));
        }
        json.endArray().endObject().endObject();
    }

    private void write(Check rule, Guide guide) {
        json.beginObject().member("id", rule.id());
        guide.section(rule.id()).ifPresent(this::write);
        json.name("defaultConfiguration").beginObject();
        if (rule.severity() == Severity.OFF) {
            json.member("enabled", false);
        } else {
            json.member("level", level(rule.severity()));
        }
        json.endObject();
        json.name("properties").beginObject().name("tags").beginArray();
        json.value(rule.kind().word()).endArray().endObject();
        json.endObject();
    }

    private void write(Guide.Section section) {
        text("shortDescription", section.summary());
        json.name("help").beginObject();
        json.member("text", section.plainText()).member("markdown", section.markdown());
        json.endObject();
    }

    private void writeInvocation(ExitStatus status) {
        json.name("invocations").beginArray().beginObject();
        json.member("executionSuccessful", status != ExitStatus.UNKNOWN);
        json.member("exitCode", status.code());
        if (!notifications.isEmpty()) {
            json.name("toolExecutionNotifications").beginArray();
            notifications.forEach(this::write);
            json.endArray();
        }
        json.endObject().endArray();
    }

    private void write(Notification notification) {
        json.beginObject().member("level", "error");
        text("message", notification.problem());
        json.name("locations").beginArray();
        place.write(notification.file());
        json.endArray().endObject();
    }
}
