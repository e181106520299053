package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ozone --baseline`.
class BaselineTest {

    private static final String DUPLICATE = "ns1 A 192.0.2.1\n";
    private static final String FAULTY = OzoneRuns.GOOD + DUPLICATE + "@ MX 10 mail\n";

    @TempDir private Path folder;
    private OzoneRuns ozone = new OzoneRuns(Path.of(""));

    @BeforeEach
    void acceptWhatThereIs() throws IOException {
        Files.createDirectory(folder.resolve("zones"));
        ozone =
                new OzoneRuns(folder)
                        .with("zones/example.com", FAULTY)
                        .with("zones/example.net", FAULTY);
        assertThat(ozone.run("--baseline=accepted", "--update-baseline", "zones"))
                .hasToString(
                        """
                        successfully checked zone example.com
                        successfully checked zone example.net
                        2 files: no errors, 4 accepted
                        [exit status: 0]""");
    }

    @Test
    void isAFileForPeople() {
        assertThat(folder.resolve("accepted"))
                .content()
                .startsWith("# Findings that ozone accepts")
                .contains(
                        "zones/example.com\tduplicate-record\tns1.example.com.\tA\t",
                        "zones/example.net\tmissing-address\texample.net.\tMX\t")
                .hasLineCount(6);
    }

    @Test
    void acceptsTheFindingsOfThatDay() {
        assertThat(ozone.run("--baseline=accepted", "zones").output())
                .endsWith("2 files: no errors, 4 accepted\n");
    }

    @Test
    void doesNotMindShiftedLinesOrWhereItIsRun() {
        ozone.with("zones/example.com", "; new line\n\n" + FAULTY);

        assertThat(
                        new OzoneRuns(folder.resolve("zones"))
                                .run("--baseline=../accepted", "example.com")
                                .output())
                .endsWith("1 file: no errors, 2 accepted\n");
    }

    @Test
    void reportsWhatIsNew() {
        ozone.with("zones/example.com", FAULTY + "@ MX 20 mail2\n");

        var run = ozone.run("--baseline=accepted", "zones");

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output())
                .contains("mail2.example.com", "2 files: 1 error, 4 accepted")
                .doesNotContain("mail.example.com");
    }

    @Test
    void reportsWhatIsThereMoreOftenThanAccepted() {
        ozone.with("zones/example.com", FAULTY + DUPLICATE);

        assertThat(ozone.run("--baseline=accepted", "zones").output())
                .contains("2 files: no errors, 1 warning, 4 accepted");
    }

    @Test
    void tellsWhatIsNotThereAnyMoreWhenAsked() {
        ozone.with("zones/example.com", OzoneRuns.GOOD + DUPLICATE);

        assertThat(ozone.run("-v", "--baseline=accepted", "zones/example.com").errors())
                .startsWith(
                        "ozone: info: the baseline accepts what is no longer there: zones/example.com: ")
                .contains("[missing-address]")
                .hasLineCount(1);
        assertThat(ozone.run("--baseline=accepted", "zones").errors()).isEmpty();
    }

    @Test
    void keepsWhatIsAcceptedOfOtherFilesWhenWrittenAnew() throws IOException {
        ozone.with("zones/example.com", OzoneRuns.GOOD);

        ozone.run("--baseline=accepted", "--update-baseline", "zones/example.com");

        assertThat(Files.readString(folder.resolve("accepted")))
                .contains("zones/example.net")
                .doesNotContain("zones/example.com");
    }

    @Test
    void wantsABaselineThatIsThere() {
        assertThat(ozone.run("--baseline=none", "zones").status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(ozone.run("--baseline=none", "zones").errors())
                .contains("none': no such file or folder");
    }

    @Test
    void wantsABaselineThatIsOne() {
        assertThat(ozone.run("--baseline=zones/example.com", "zones").errors())
                .isEqualTo(
                        "ozone: error: 'zones/example.com' is no baseline: line 1 is not five words between tabs\n");
    }
}
