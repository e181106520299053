package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ozone --old`.
class SuccessionTest {

    private static final String MORE = "www A 192.0.2.2\n";
    private static final String GOOD_RUN =
            "successfully checked zone example.com\n[exit status: 0]";

    @TempDir private Path folder;

    @Test
    void acceptsANewerSerial() {
        assertThat(compare(OzoneRuns.zone(1), OzoneRuns.zone(2) + MORE)).hasToString(GOOD_RUN);
    }

    @Test
    void acceptsAnUnchangedZone() {
        assertThat(compare(OzoneRuns.zone(1), OzoneRuns.zone(1) + "; a comment\n"))
                .hasToString(GOOD_RUN);
    }

    @Test
    void refusesAChangeWithTheSameSerial() {
        assertThat(compare(OzoneRuns.zone(1), OzoneRuns.zone(1) + MORE))
                .hasToString(
                        """
                        example.com:2:9: error: the zone has changed and its serial is still 1 [serial-unchanged]
                            @   SOA ns1 hostmaster 1 1d 2h 4w 1h
                                    ^~~
                          hint: raise it to 2 or more; secondaries will not see the change otherwise
                        1 file: 1 error
                        [exit status: 1]""");
    }

    @Test
    void refusesASerialThatWentBack() {
        var run = compare(OzoneRuns.zone(2), OzoneRuns.zone(1));

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output())
                .contains(
                        "example.com:2:9: error: serial 1 does not come after 2",
                        "[serial-went-back]");
    }

    @Test
    void reportsWhatIsWrongWithTheNewZoneItselfToo() {
        assertThat(compare(OzoneRuns.zone(2), OzoneRuns.zone(1) + "www AAA ::1\n").output())
                .contains("[serial-went-back]", "[unknown-type]")
                .endsWith("1 file: 2 errors\n");
    }

    @Test
    void acceptsARemovedZone() {
        assertThat(compare(OzoneRuns.GOOD, ""))
                .hasToString(
                        """
                        example.com: note: zone 'example.com' is gone [zone-removed]
                        zone example.com removed
                        1 file: no errors, 1 note
                        [exit status: 0]""");
    }

    @Test
    void acceptsANewZone() {
        assertThat(compare("", OzoneRuns.GOOD))
                .hasToString(
                        """
                        example.com: note: zone 'example.com' is new [zone-added]
                        successfully checked zone example.com
                        1 file: no errors, 1 note
                        [exit status: 0]""");
    }

    @Test
    void readsTheOldZoneFromStandardInput() {
        var run =
                new OzoneRuns(folder)
                        .with("example.com", OzoneRuns.zone(1))
                        .runOn(OzoneRuns.zone(2), "--old=-", "example.com");

        assertThat(run.output()).contains("[serial-went-back]");
    }

    @Test
    void takesNoNoticeOfErrorsInTheOldZone() {
        assertThat(compare(OzoneRuns.zone(1) + "www AAA ::1\n", OzoneRuns.zone(2)))
                .hasToString(GOOD_RUN);
    }

    @Test
    void cannotCompareWithAZoneWithoutSerial() {
        assertThat(compare("www A 192.0.2.1\n", OzoneRuns.GOOD))
                .hasToString(
                        "ozone: error: 'old' has no readable SOA record, so there is no serial to compare"
                                + " with\n[exit status: 3]");
    }

    @Test
    void cannotCompareWithAFileThatIsNotThere() {
        var run =
                new OzoneRuns(folder)
                        .with("example.com", OzoneRuns.GOOD + "www AAA ::1\n")
                        .run("--old", "none", "example.com");

        assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(run.errors()).contains("none': no such file or folder");
        assertThat(run.output()).contains("[unknown-type]").doesNotContain("successfully");
    }

    private CommandRun compare(String old, String current) {
        return new OzoneRuns(folder)
                .with("old", old)
                .with("example.com", current)
                .run("--old", "old", "example.com");
    }
}
