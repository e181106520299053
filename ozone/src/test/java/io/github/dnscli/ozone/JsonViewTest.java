package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Terminals;
import io.github.dnscli.cli.Version;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `ozone --format json`.
class JsonViewTest {

    private static final Schema SCHEMA = Schema.ours();

    @TempDir private Path folder;

    @Test
    void fitsThePublishedSchemaWhateverHappens() {
        var shown = Shown.as(Format.JSON, Terminals.NONE, Samples.all(), List.of("an old finding"));

        var report = SCHEMA.accept(shown.output());
        assertThat(report.path("files")).hasSize(10);
        assertThat(report.path("stale").path(0).asString()).isEqualTo("an old finding");
        assertThat(report.path("status").asInt()).isEqualTo(3);
    }

    @Test
    void tellsNamesAndMessagesExactly() {
        var shown = Shown.as(Format.JSON, Samples.nasty());

        var file = SCHEMA.accept(shown.output()).path("files").path(0);
        assertThat(file.path("file").asString()).isEqualTo(Samples.NASTY);
        assertThat(file.path("findings").path(0).path("message").asString())
                .isEqualTo(
                        "'\"a%\\001\ud83d\ude00\ufffd' is 100% \\wrong:\\013\\010::error::, isn't it");
        assertThat(shown.output().chars()).allMatch(c -> c == '\n' || !Character.isISOControl(c));
    }

    @Test
    void tellsWhereTheWordBeginsAndEndsInCharacters() {
        var findings = findings(Shown.as(Format.JSON, Samples.nasty()).output());

        assertThat(findings.path(0).path("column").asInt()).isEqualTo(7);
        assertThat(findings.path(0).path("endColumn").asInt()).isEqualTo(13);
        assertThat(findings.path(1).path("endColumn").asInt()).isEqualTo(11);
        assertThat(findings.path(2).has("column")).isFalse();
    }

    @Test
    void holdsEverythingThatIsKnownOfAFinding() {
        var run = run("bad.example", OzoneRuns.GOOD + "@ MX 10 mail\n");

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.errors()).isEmpty();
        assertThat(run.output())
                .isEqualTo(
                        """
                        {
                          "version": 1,
                          "tool": {
                            "name": "ozone",
                            "version": "%s"
                          },
                          "files": [
                            {
                              "file": "bad.example",
                              "kind": "zone",
                              "zone": "bad.example.",
                              "findings": [
                                {
                                  "id": "missing-address",
                                  "severity": "error",
                                  "class": "structure",
                                  "file": "bad.example",
                                  "line": 5,
                                  "column": 6,
                                  "endColumn": 8,
                                  "owner": "bad.example.",
                                  "type": "MX",
                                  "message": "mail exchanger 'mail.bad.example' has no A or AAAA record in this zone",
                                  "hint": "add an address record, or correct the name",
                                  "excerpt": "@ MX 10 mail"
                                }
                              ]
                            }
                          ],
                          "summary": {
                            "files": 1,
                            "unreadable": 0,
                            "errors": 1,
                            "warnings": 0,
                            "notes": 0,
                            "accepted": 0
                          },
                          "status": 1
                        }
                        """
                                .formatted(Version.text()));
    }

    @Test
    void isTheSameWhenQuiet() {
        var zone = OzoneRuns.GOOD + "ns1 A 192.0.2.1\n";
        var runs = new OzoneRuns(folder).with("warn.example", zone);

        assertThat(runs.run("--json", "-q", "warn.example").output())
                .isEqualTo(runs.run("--format=json", "warn.example").output())
                .contains("duplicate-record");
    }

    @Test
    void saysAlsoToPeopleWhatCannotBeRead() {
        var run = new OzoneRuns(folder).run("--json", "none.example");

        assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(run.errors()).startsWith("ozone: error: ").contains("none.example");
        assertThat(SCHEMA.accept(run.output()).path("files").path(0).path("kind").asString())
                .isEqualTo("unreadable");
    }

    @Test
    void isWholeWithoutAnyFile() {
        var report = SCHEMA.accept(Shown.as(Format.JSON).output());

        assertThat(report.path("files")).isEmpty();
        assertThat(report.path("status").asInt()).isZero();
    }

    @Test
    void takesAHundredThousandFindings() {
        var shown = Shown.as(Format.JSON, Samples.many(100_000));

        assertThat(Schema.read(shown.output()).path("files").path(0).path("findings"))
                .hasSize(100_000);
    }

    private static JsonNode findings(String json) {
        return SCHEMA.accept(json).path("files").path(0).path("findings");
    }

    private CommandRun run(String file, String zone) {
        return new OzoneRuns(folder).with(file, zone).run("--format", "json", file);
    }
}
