package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Terminals;
import io.github.dnscli.common.check.PolicyChecks;
import io.github.dnscli.common.check.SuccessionChecks;
import io.github.dnscli.common.finding.Finding;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.finding.Severity;
import io.github.dnscli.common.text.Source;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// `ozone --format sarif`.
class SarifViewTest {

    private static final Schema SCHEMA = Schema.sarif();

    @Test
    void fitsTheSchemaOfTheStandardWhateverHappens() {
        var run = run(Samples.all().toArray(Inspected[]::new));

        assertThat(run.path("results")).hasSize(5);
        assertThat(run.path("columnKind").asString()).isEqualTo("unicodeCodePoints");
    }

    @Test
    void fitsTheSchemaWithoutAnyFinding() {
        var run = run(Samples.zone("clean.zone"));

        assertThat(run.path("results").isArray()).isTrue();
        assertThat(run.path("results")).isEmpty();
        assertThat(run.path("tool").path("driver").path("rules")).isEmpty();
        assertThat(run.path("invocations").path(0).path("executionSuccessful").asBoolean())
                .isTrue();
    }

    @Test
    void pointsFromEachResultToItsRule() {
        var run = run(Samples.all().toArray(Inspected[]::new));
        var rules = run.path("tool").path("driver").path("rules");

        assertThat(rules).hasSize(5);
        for (var result : run.path("results")) {
            var rule = rules.path(result.path("ruleIndex").asInt());
            assertThat(rule.path("id")).isEqualTo(result.path("ruleId"));
            assertThat(rule.path("help").path("markdown").asString()).contains("*Silence it:*");
            assertThat(rule.path("help").path("text").asString()).doesNotContain("*Silence it:*");
            assertThat(rule.path("shortDescription").path("text").asString()).isNotEmpty();
        }
    }

    @Test
    void tellsTheSeverityOfTheRunAndThatOfTheRule() {
        var place = Place.wholeOf("a.zone");
        var run =
                run(
                        Samples.zone(
                                "a.zone",
                                plain(PolicyChecks.SPF_SYNTAX.at(place, "m").as(Severity.WARNING)),
                                plain(SuccessionChecks.ZONE_ADDED.at(place, "m")),
                                plain(PolicyChecks.EMPTY_TXT.at(place, "m").as(Severity.ERROR))));

        assertThat(run.path("results"))
                .extracting(result -> result.path("level").asString())
                .containsExactly("warning", "note", "error");
        assertThat(run.path("tool").path("driver").path("rules"))
                .extracting(rule -> rule.path("defaultConfiguration").toString())
                .containsExactly(
                        "{\"enabled\":false}", "{\"level\":\"note\"}", "{\"level\":\"warning\"}");
    }

    private static Remark plain(Finding finding) {
        return new Remark(finding, Optional.empty());
    }

    @Test
    void encodesNamesOfFilesAsRelativeReferences() {
        var artifact = location(run(Samples.nasty()), 0).path("artifactLocation");

        assertThat(artifact.path("uri").asString())
                .isEqualTo("a%20b/100%25,%20%22x%22%3A%0A%1B%5B31m%20%C3%A9%F0%9F%98%80%3B%23%3F");
        assertThat(artifact.path("uriBaseId").asString()).isEqualTo("%SRCROOT%");
    }

    @Test
    void countsColumnsInCharacters() {
        var run = run(Samples.nasty());

        assertThat(location(run, 0).path("region"))
                .hasToString("{\"startLine\":1,\"startColumn\":7,\"endColumn\":13}");
        assertThat(location(run, 2).path("region")).hasToString("{\"startLine\":2}");
    }

    @Test
    void hasNoRegionForAWholeFile() {
        var finding = SuccessionChecks.ZONE_ADDED.at(Place.wholeOf("/srv/a.zone"), "it is new");

        var where = location(run(Samples.zone("/srv/a.zone", plain(finding))), 0);

        assertThat(where).hasToString("{\"artifactLocation\":{\"uri\":\"file:///srv/a.zone\"}}");
    }

    @Test
    void notifiesOfFilesThatCouldNotBeRead() {
        var invocation =
                run(new Inspected.Unreadable("a b.zone", "'a b.zone': no such file"))
                        .path("invocations")
                        .path(0);

        assertThat(invocation.path("executionSuccessful").asBoolean()).isFalse();
        assertThat(invocation.path("exitCode").asInt()).isEqualTo(3);
        assertThat(invocation.path("toolExecutionNotifications"))
                .hasToString(
                        "[{\"level\":\"error\",\"message\":{\"text\":\"'a b.zone': no such file\"},"
                                + "\"locations\":[{\"physicalLocation\":{\"artifactLocation\":"
                                + "{\"uri\":\"a%20b.zone\",\"uriBaseId\":\"%SRCROOT%\"}}}]}]");
    }

    @Test
    void keepsTheFingerprintsOfLinesThatMove() {
        var before = Samples.source("a.zone", "web TXT \"\"\n");
        var after = Samples.source("a.zone", "\nwww TXT \"\"\n web  TXT \"\"\nweb TXT \"\"\n");

        var first = run(Samples.zone("a.zone", empty(before, 1, "web, see line 3")));
        var second =
                run(
                        Samples.zone(
                                "a.zone",
                                empty(after, 2, "www"),
                                empty(after, 3, "web, see line 17"),
                                empty(after, 4, "web, see line 18")));

        var known = fingerprints(first).getFirst();
        assertThat(fingerprints(second)).doesNotHaveDuplicates().element(1).isEqualTo(known);
    }

    private static Remark empty(Source source, int line, String message) {
        return Samples.remark(source, PolicyChecks.EMPTY_TXT, line, 5, message);
    }

    private static List<String> fingerprints(JsonNode run) {
        return run.path("results")
                .valueStream()
                .map(result -> result.path("partialFingerprints").path("ozone/v1").asString())
                .toList();
    }

    @Test
    void takesTenThousandFindings() {
        assertThat(run(Samples.many(10_000)).path("results")).hasSize(10_000);
    }

    private static JsonNode location(JsonNode run, int result) {
        return run.path("results").path(result).path("locations").path(0).path("physicalLocation");
    }

    private static JsonNode run(Inspected... files) {
        var shown = Shown.as(Format.SARIF, Terminals.NONE, List.of(files), List.of());
        return SCHEMA.accept(shown.output()).path("runs").path(0);
    }
}
