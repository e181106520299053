package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.dnscli.common.finding.Check;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/checks.md` says of each check what the program does.
class GuideTest {

    private static final Pattern RULE_LINE =
            Pattern.compile(
                    "\\*\\*(error|warning|note|off)\\*\\* · (syntax|structure|policy|time)(?: · (.+))?");
    private static final Pattern RFC =
            Pattern.compile(
                    "\\[RFC (\\d+)(?: (§|appendix )([\\w.]+))?]"
                            + "\\(https://www\\.rfc-editor\\.org/rfc/rfc(\\d+)(?:#(section|appendix)-([\\w.]+))?\\)");

    private final Guide guide = Guide.read();

    @Test
    void isTheOneInTheFolderOfDocuments() throws IOException {
        assertThat(guide).isEqualTo(Guide.parse(Files.readString(Path.of("../docs/checks.md"))));
    }

    @Test
    void hasOneSectionForEachCheckAndNoOther() {
        assertThat(guide.sections())
                .extracting(Guide.Section::id)
                .containsExactlyElementsOf(catalogue().keySet());
        var made = new LinkedHashSet<>(catalogue().keySet());
        assertThat(KnownChecks.all())
                .extracting(Check::id)
                .doesNotHaveDuplicates()
                .isSubsetOf(catalogue().keySet())
                .containsAll(made);
    }

    @Test
    void tellsTheSeverityAndClassOfEachCheck() {
        for (var check : KnownChecks.all()) {
            var line = guide.section(check.id()).orElseThrow().text().get(2);
            assertThat(line)
                    .as(check.id())
                    .matches(RULE_LINE)
                    .startsWith("**" + check.severity().word() + "** · " + check.kind().word());
            assertThat(check.severity().word()).isEqualTo(catalogue().get(check.id()));
        }
    }

    @Test
    void linksEachRfcThatItNamesOnTheSecondLine() {
        for (var section : guide.sections()) {
            var rule = RULE_LINE.matcher(section.text().get(2));
            assertThat(rule.matches()).as(section.id()).isTrue();
            if (rule.group(3) != null) {
                var link = RFC.matcher(rule.group(3));
                assertThat(link.matches()).as(rule.group(3)).isTrue();
                assertThat(link.group(4)).isEqualTo(link.group(1));
                assertThat(link.group(6)).isEqualTo(link.group(3));
            }
        }
    }

    @Test
    void summarizesEachCheckInOneShortSentence() {
        assertThat(guide.sections())
                .allSatisfy(
                        section ->
                                assertThat(section.text().getFirst())
                                        .hasSizeBetween(20, 90)
                                        .endsWith(".")
                                        .doesNotContain(". "));
    }

    @Test
    void saysOfEachCheckHowToSilenceIt() {
        assertThat(guide.sections())
                .allSatisfy(
                        section -> {
                            assertThat(section.markdown()).containsOnlyOnce("*Silence it:* ");
                            assertThat(mentionsOther(section)).isEmpty();
                        });
    }

    /// Ids in advice are copied: they must be the section's own.
    private static List<String> mentionsOther(Guide.Section section) {
        var others = new ArrayList<String>();
        var advice = Pattern.compile("(?:ozone: allow |--severity )([a-z0-9-]+)");
        var found = advice.matcher(section.markdown());
        while (found.find()) {
            if (!found.group(1).equals(section.id())) {
                others.add(found.group(1));
            }
        }
        return others;
    }

    @Test
    void refersOnlyToSectionsThatExist() {
        var reference = Pattern.compile("\\[([a-z0-9-]+)]\\(#([a-z0-9-]+)\\)");
        for (var section : guide.sections()) {
            var found = reference.matcher(section.markdown());
            while (found.find()) {
                assertThat(found.group(2)).isEqualTo(found.group(1));
                assertThat(guide.section(found.group(2))).isPresent();
            }
        }
    }

    /// {@return the ids of the catalogue with their severities, in its order}
    private static Map<String, String> catalogue() {
        var severities = new LinkedHashMap<String, String>();
        try (var lines = GuideTest.class.getResourceAsStream("/catalogue.txt")) {
            new String(lines.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> line.split(" "))
                    .map(words -> entry(words[0], words[1]))
                    .forEach(one -> severities.put(one.getKey(), one.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return severities;
    }
}
