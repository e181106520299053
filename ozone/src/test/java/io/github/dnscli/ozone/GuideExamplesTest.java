package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The examples of the guide are run: what is called bad is found, and what is called good has nothing wrong with it.
class GuideExamplesTest {

    /// Checks whose examples are told and not run: they would be too long to read, or are not about text.
    private static final Set<String> TOLD =
            Set.of(
                    "include-too-deep",
                    "certificate-requests",
                    "certificate-wrong-host",
                    "certificate-key-differs",
                    "certificate-expired",
                    "certificate-expiring",
                    "dnssec-signature",
                    "dnssec-chain",
                    "signature-expiring",
                    "key-file-readable");

    private static final String ZONE = "example.com";
    private static final String KEYS = "example.com._keys";
    private static final String OLD = "old.zone";

    @TempDir private Path folder;

    @Test
    void everySectionHasABadAndAGoodExample() {
        assertThat(Guide.read().sections())
                .allSatisfy(
                        section ->
                                assertThat(Example.in(section.text()))
                                        .filteredOn(Example::isJudged)
                                        .extracting(example -> example.words().get(1))
                                        .contains("bad", "good"));
    }

    @Test
    void onlyKnownSectionsTellTheirExamples() {
        assertThat(Guide.read().sections())
                .filteredOn(
                        section -> Example.in(section.text()).stream().anyMatch(Example::isTold))
                .extracting(Guide.Section::id)
                .containsExactlyInAnyOrderElementsOf(TOLD);
    }

    @TestFactory
    Stream<DynamicTest> examplesAreWhatTheyAreCalled() throws IOException {
        var head = head();
        return Guide.read().sections().stream()
                .filter(section -> !TOLD.contains(section.id()))
                .map(
                        section ->
                                DynamicTest.dynamicTest(
                                        section.id(), () -> new Trial(section, head).run()));
    }

    private static String head() throws IOException {
        var guide = Files.readAllLines(Path.of("../docs/checks.md"));
        return Example.in(guide).stream()
                .filter(example -> example.is("zone", "head"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    /// The examples of one section, each in a folder of its own.
    private final class Trial {

        private final Guide.Section section;
        private final String head;
        private final List<Example> company = new ArrayList<>();

        Trial(Guide.Section section, String head) {
            this.section = section;
            this.head = head;
        }

        void run() throws IOException {
            for (var example : Example.in(section.text())) {
                if (example.is("zone", "bad") || example.is("keys", "bad")) {
                    assertThat(found(example)).as(example.text()).contains(section.id());
                } else if (example.is("zone", "good") || example.is("keys", "good")) {
                    assertThat(found(example)).as(example.text()).isEmpty();
                } else {
                    company.add(example);
                }
            }
        }

        /// {@return the ids of what is found, notes only if it is this section's}
        private List<String> found(Example example) throws IOException {
            var here = Files.createTempDirectory(folder, section.id());
            boolean keys = example.words().getFirst().equals("keys");
            var name = keys ? KEYS : ZONE;
            write(here.resolve(name), example.file(head));
            var arguments = new ArrayList<>(List.of("--format", "json"));
            for (var other : company) {
                if (other.is("zone", "old")) {
                    write(here.resolve(OLD), other.file(head));
                } else {
                    var file = other.words().get(1).replaceFirst("file=", "");
                    write(here.resolve(file), other.text());
                }
            }
            if (Files.exists(here.resolve(OLD))) {
                arguments.addAll(List.of("--old", OLD));
            }
            arguments.addAll(example.options());
            arguments.add(name);
            var run = new OzoneRuns(here).run(arguments.toArray(String[]::new));
            assertThat(run.errors()).isEmpty();
            return ids(JsonMapper.shared().readTree(run.output()));
        }

        private List<String> ids(JsonNode report) {
            return report.path("files")
                    .valueStream()
                    .flatMap(file -> file.path("findings").valueStream())
                    .filter(
                            finding ->
                                    !finding.path("severity").asString().equals("note")
                                            || finding.path("id").asString().equals(section.id()))
                    .map(finding -> finding.path("id").asString())
                    .toList();
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
