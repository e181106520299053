package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `ozone --fix-serial`.
class FixSerialTest {

    /// With everything that a careless writer would lose.
    private static final String ODD =
            """
            \ufeff; our zone
            $TTL 1h\r
            @\tIN SOA ns1 (\thostmaster
                    %s ; serial
                    1d 2h  4w 1h )  ; timers

                NS  ns1
            ns1 A   192.0.2.1;glued
            """
                    .stripTrailing();

    private static final String NOW = "--time=2026-11-24T12:00:00Z";

    @TempDir private Path folder;
    private OzoneRuns ozone = new OzoneRuns(Path.of(""));

    @BeforeEach
    void enterFolder() {
        ozone = new OzoneRuns(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "increment, 7,          8",
        "increment, 4294967295, 1",
        "date,      7,          2026112401",
        "date,      2026112401, 2026112402",
        "date,      2026112499, 2026112500",
        "date,      2026112507, 2026112508",
        "date,      2025010199, 2026112401",
        "date,      4200000000, 4200000001",
        "unix,      7,          1795521600",
        "unix,      1795521600, 1795521601",
        "unix,      2026112401, 2026112402",
    })
    void replacesTheDigitsOfTheSerialAndNothingElse(String form, String before, String after) {
        var run =
                ozone.with("example.com", ODD.formatted(before))
                        .run(NOW, "--fix-serial", form, "example.com");

        assertThat(run)
                .hasToString(
                        """
                        successfully checked zone example.com
                        serial of 'example.com' raised from %s to %s
                        [exit status: 0]"""
                                .formatted(before, after));
        assertThat(content("example.com")).isEqualTo(ODD.formatted(after));
    }

    @Test
    void keepsTheModeOfTheFile() throws IOException {
        ozone.with("example.com", OzoneRuns.zone(1));
        var mode = PosixFilePermissions.fromString("rw-r-----");
        Files.setPosixFilePermissions(folder.resolve("example.com"), mode);

        ozone.run("--fix-serial=increment", "example.com");

        assertThat(Files.getPosixFilePermissions(folder.resolve("example.com"))).isEqualTo(mode);
        assertThat(content("example.com")).isEqualTo(OzoneRuns.zone(2));
    }

    @Test
    void raisesTheSerialOfAChangedZoneOnceAboveTheOldOne() {
        ozone.with("old", OzoneRuns.zone(7))
                .with("example.com", OzoneRuns.zone(3) + "www A 192.0.2.2\n");

        assertThat(compared().output()).contains("raised from 3 to 8");
        assertThat(compared("-v"))
                .hasToString(
                        """
                        successfully checked zone example.com
                        ozone: info: serial of 'example.com' stays: 8 is newer than 7 already
                        [exit status: 0]""");
    }

    @Test
    void leavesAnUnchangedZoneAlone() {
        ozone.with("old", OzoneRuns.zone(7)).with("example.com", "; same\n" + OzoneRuns.zone(7));

        assertThat(compared("-v").errors())
                .isEqualTo(
                        "ozone: info: serial of 'example.com' stays: the zone has not changed\n");
    }

    @Test
    void leavesARemovedZoneAlone() {
        ozone.with("old", OzoneRuns.zone(7)).with("example.com", "");

        assertThat(compared().output()).contains("[zone-removed]");
        assertThat(content("example.com")).isEmpty();
    }

    @Test
    void raisesTheSerialOfAZoneWithOtherErrors() {
        ozone.with("example.com", OzoneRuns.zone(7) + "@ MX 10 mail\n");

        var run = ozone.run("--fix-serial=increment", "example.com");

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output()).contains("[missing-address]", "raised from 7 to 8");
    }

    @ParameterizedTest
    @CsvSource({
        "www AAA ::1,                  the file has errors",
        "@ SOA ns1 mail 9 1d 2h 4w 1h, there is more than one SOA record",
    })
    void touchesNoFileThatItDoesNotUnderstand(String line, String reason) {
        String zone = OzoneRuns.zone(7) + line + "\n";

        var run = ozone.with("example.com", zone).run("--fix-serial=date", "example.com");

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.errors())
                .isEqualTo("ozone: warning: serial of 'example.com' stays: " + reason + "\n");
        assertThat(content("example.com")).isEqualTo(zone);
    }

    @Test
    void touchesNoFileThatIsIncluded() {
        ozone.with("start", "@ SOA ns1 hostmaster 7 1d 2h 4w 1h\n")
                .with("example.com", "$TTL 1h\n$INCLUDE start\n@ NS ns1\nns1 A 192.0.2.1\n");

        var run = ozone.run("--fix-serial=date", "example.com");

        assertThat(run.errors()).contains("warning: serial of 'example.com' stays: ", "start");
        assertThat(content("start")).contains(" 7 ");
    }

    /// Even the administrator cannot write where a folder stands in the way of the new file.
    @Test
    void saysSoWhenTheFileCannotBeWritten() throws IOException {
        ozone.with("example.com", OzoneRuns.zone(7));
        long process = ProcessHandle.current().pid();
        Files.createDirectories(folder.resolve(".example.com." + process + ".tmp/full"));

        var run = ozone.run("--fix-serial=date", "example.com");

        assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(run.errors()).contains("error: cannot write '");
        assertThat(content("example.com")).isEqualTo(OzoneRuns.zone(7));
    }

    private CommandRun compared(String... more) {
        var words = new ArrayList<>(List.of(more));
        words.addAll(List.of("--old=old", "--fix-serial=increment", "example.com"));
        return ozone.run(words.toArray(String[]::new));
    }

    private String content(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
