package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How much findings matter: `--severity`, `--strict`, `--profile`, and limits that make errors.
class SeverityTest {

    private static final Check SYNTAX = Check.syntax("a").as(Severity.WARNING);
    private static final Check STRUCTURE = Check.structure("b").as(Severity.WARNING);
    private static final Check POLICY = Check.policy("c");
    private static final Check TIME = Check.time("d").as(Severity.WARNING);
    private static final Check NOTE = Check.policy("e").as(Severity.NOTE);
    private static final Check OFF = Check.policy("f").as(Severity.OFF);
    private static final Check ERROR = Check.time("g");

    @TempDir private Path folder;
    private OzoneRuns ozone = new OzoneRuns(Path.of(""));

    @BeforeEach
    void enterFolder() {
        ozone =
                new OzoneRuns(folder)
                        .with("example.com", OzoneRuns.GOOD + "ns1 A 192.0.2.1\nwww TXT \"\"\n");
    }

    @Test
    void warnsOfTwoThings() {
        assertThat(ozone.run("example.com").output())
                .contains(
                        "warning: this A record",
                        "[duplicate-record]",
                        "warning: TXT record",
                        "[empty-txt]");
    }

    @Test
    void makesOneCheckMatterMore() {
        var run = ozone.run("--severity", "empty-txt=error", "example.com");

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output()).endsWith("1 file: 1 error, 1 warning\n");
    }

    @Test
    void makesOthersMatterLessOrNotAtAll() {
        assertThat(
                        ozone.run(
                                "--severity=empty-txt=note",
                                "--severity",
                                "duplicate-record=OFF",
                                "example.com"))
                .extracting(run -> run.output())
                .asString()
                .contains("note: TXT record")
                .doesNotContain("[duplicate-record]")
                .endsWith("1 file: no errors, 1 note\n");
    }

    @Test
    void takesWarningsForErrors() {
        assertThat(ozone.run("--strict", "example.com").output()).endsWith("1 file: 2 errors\n");
    }

    @Test
    void heedsWhatIsSaidOfOneCheckBeforeWhatIsSaidOfAll() {
        assertThat(ozone.run("--strict", "--severity=empty-txt=warning", "example.com").output())
                .endsWith("1 file: 1 error, 1 warning\n");
    }

    @Test
    void isLenientAboutPolicy() {
        assertThat(ozone.run("--profile", "lenient", "example.com").output())
                .endsWith("1 file: no errors, 1 warning, 1 note\n");
    }

    @ParameterizedTest
    @CsvSource({
        "DEFAULT, false, WARNING, WARNING, WARNING, WARNING, NOTE, OFF,     ERROR",
        "STRICT,  false, WARNING, WARNING, WARNING, WARNING, NOTE, WARNING, ERROR",
        "LENIENT, false, WARNING, WARNING, NOTE,    NOTE,    NOTE, OFF,     ERROR",
        "DEFAULT, true,  ERROR,   ERROR,   ERROR,   ERROR,   NOTE, OFF,     ERROR",
        "STRICT,  true,  ERROR,   ERROR,   ERROR,   ERROR,   NOTE, ERROR,   ERROR",
        "LENIENT, true,  ERROR,   ERROR,   NOTE,    NOTE,    NOTE, OFF,     ERROR",
    })
    void knowsProfiles(
            Profile profile,
            boolean strict,
            Severity syntax,
            Severity structure,
            Severity policy,
            Severity time,
            Severity note,
            Severity off,
            Severity error) {
        var severities = new SeverityPolicy(profile, strict, Map.of());

        assertThat(
                        List.of(SYNTAX, STRUCTURE, POLICY, TIME, NOTE, OFF, ERROR).stream()
                                .map(check -> severity(severities, check)))
                .containsExactly(syntax, structure, policy, time, note, off, error);
    }

    private static Severity severity(SeverityPolicy severities, Check check) {
        return severities.apply(List.of(check.at(Place.wholeOf("x"), "x"))).stream()
                .findFirst()
                .map(finding -> finding.severity())
                .orElse(Severity.OFF);
    }

    @Test
    void looksForWhatIsOffWhenAsked() {
        ozone.with("spf.example", OzoneRuns.GOOD + "@ TXT \"v=spf1 nonsense -all\"\n");

        assertThat(ozone.run("spf.example").output()).doesNotContain("[spf-syntax]");
        assertThat(ozone.run("--profile=strict", "spf.example").output())
                .contains("warning: ", "[spf-syntax]");
        assertThat(ozone.run("--severity=spf-syntax=note", "spf.example").output())
                .contains("note: ", "[spf-syntax]");
        assertThat(ozone.run("--severity=dkim-syntax=error", "spf.example").output())
                .doesNotContain("[spf-syntax]");
    }

    @Test
    void makesALimitOfTtlsAnError() {
        var zone = OzoneRuns.GOOD + "www 2h A 192.0.2.2\n";

        assertThat(ozone.with("long.example", zone).run("long.example").output())
                .doesNotContain("[ttl-too-long]");
        assertThat(ozone.run("--max-ttl=90m", "long.example").output())
                .contains("long.example:5:")
                .contains("error: ", "[ttl-too-long]");
        assertThat(ozone.run("--max-ttl=2h", "long.example").status()).isEqualTo(ExitStatus.YES);
        assertThat(
                        ozone.run(
                                        "--max-ttl=90m",
                                        "--severity=ttl-too-long=warning",
                                        "long.example")
                                .status())
                .isEqualTo(ExitStatus.YES);
    }

    @Test
    void makesAnEmptiedExportAnError() {
        ozone.with("old", OzoneRuns.GOOD).with("new.example", "");

        assertThat(ozone.run("--old=old", "--max-delete=20%", "new.example"))
                .hasToString(
                        """
                        new.example: note: zone 'new.example' is gone [zone-removed]
                        new.example: error: all records of zone 'new.example' are gone, more than the 20% allowed [too-many-deletions]
                          hint: if the zone is to go, say so with '--max-delete 100%'
                        1 file: 1 error, 1 note
                        [exit status: 1]""");
        assertThat(ozone.run("--old=old", "--max-delete=100", "new.example").status())
                .isEqualTo(ExitStatus.YES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --severity=empty-tx=off   | 'empty-tx=off' is not valid for option '--severity': there is no check 'empty-tx'; is 'empty-txt' meant?
                    --severity=nonsense=off   | 'nonsense=off' is not valid for option '--severity': there is no check 'nonsense'; see '--list-checks'
                    --severity=empty-txt      | 'empty-txt' is not valid for option '--severity': 'occluded=error' would be: ID=error, warning, note or off
                    --severity=empty-txt=bad  | 'empty-txt=bad' is not valid for option '--severity': a severity is 'error', 'warning', 'note' or 'off'
                    --profile=loose           | 'loose' is not valid for option '--profile': it is none of 'strict', 'default', 'lenient'
                    --max-delete=200%         | '200%' is not valid for option '--max-delete': a share looks like 20%
                    --max-ttl=long            | 'long' is not valid for option '--max-ttl': a TTL looks like 3600 or 1h30m
                    --time=now                | 'now' is not valid for option '--time': a time looks like 2026-12-24T18:00:00Z
                    --expiry-margin=soon      | 'soon' is not valid for option '--expiry-margin': a span of time looks like 5s, 500ms, 2m or 1h30m
                    --format=xml              | 'xml' is not valid for option '--format': it is none of 'text', 'json', 'sarif', 'github'
                    """)
    void refusesWhatItDoesNotUnderstand(String option, String problem) {
        var run = ozone.run(option, "example.com");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errors()).startsWith("ozone: error: " + problem + "\n");
    }
}
