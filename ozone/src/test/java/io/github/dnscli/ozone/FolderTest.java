package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ozone DIR`, and files whose names say little.
class FolderTest {

    private static final String BROKEN = OzoneRuns.GOOD + "www AAA ::1\n";

    @TempDir private Path folder;
    private OzoneRuns ozone = new OzoneRuns(Path.of(""));

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectories(folder.resolve("zones/below"));
        ozone = new OzoneRuns(folder);
    }

    @Test
    void checksWhatIsInAFolderByName() {
        ozone.with("zones/example.net", OzoneRuns.GOOD)
                .with("zones/db.example.org", BROKEN)
                .with("zones/example.com.zone", OzoneRuns.GOOD)
                .with("zones/_keys", "")
                .with("zones/below/example.info", BROKEN);

        assertThat(ozone.run("zones"))
                .hasToString(
                        """
                        successfully checked zones/_keys: no keys
                        zones/db.example.org:5:5: error: 'AAA' is not a record type [unknown-type]
                            www AAA ::1
                                ^~~
                        successfully checked zone example.com
                        successfully checked zone example.net
                        4 files: 1 error
                        [exit status: 1]""");
    }

    @Test
    void namesFilesOfThisFolderShortly() {
        ozone.with("example.net", BROKEN);

        assertThat(ozone.run(".").output()).startsWith("example.net:5:5: ");
        assertThat(ozone.run("./").output()).startsWith("./example.net:5:5: ");
        assertThat(ozone.run(folder.toString()).output()).startsWith(folder + "/example.net:5:5: ");
    }

    @Test
    void passesOverWhatIsNoZoneAndSaysSoWhenAsked() {
        ozone.with("zones/example.net", OzoneRuns.GOOD)
                .with("zones/.hidden", BROKEN)
                .with("zones/README", "All about our zones.\n")
                .with("zones/notes.md", "www A 192.0.2.1\n")
                .with("zones/two words", BROKEN);

        assertThat(ozone.run("zones"))
                .hasToString("successfully checked zone example.net\n[exit status: 0]");
        assertThat(ozone.run("-v", "zones").errors().lines())
                .containsExactly(
                        "ozone: info: 'zones/.hidden' is passed over: it is hidden",
                        "ozone: info: 'zones/README' is passed over: nothing in it reads as a record of a zone",
                        "ozone: info: 'zones/below' is passed over: it is a folder",
                        "ozone: info: 'zones/notes.md' is passed over: nothing in it reads as a record of a zone",
                        "ozone: info: 'zones/two words' is passed over: its name is not that of a zone");
    }

    @Test
    void takesAZoneOfADocumentsName() {
        ozone.with("zones/example.md", BROKEN);

        assertThat(ozone.run("zones").status()).isEqualTo(ExitStatus.NO);
    }

    @Test
    void takesAFileThatSaysItIsAZoneForOne() {
        ozone.with("zones/example.com.zone", "<html>\n").with("zones/db.example.net", "");

        assertThat(ozone.run("zones").output())
                .contains("zones/example.com.zone:1:", "zones/db.example.net: error: ")
                .endsWith("2 files: 4 errors\n");
    }

    @Test
    void passesOverPartsOfZones() {
        ozone.with("zones/example.com", OzoneRuns.GOOD + "$include hosts ; those\n")
                .with("zones/hosts", "www A 192.0.2.2\n$INCLUDE \"deep\"\n")
                .with("zones/deep", "ftp A 192.0.2.3\n");

        assertThat(ozone.run("-v", "zones"))
                .hasToString(
                        """
                        successfully checked zone example.com
                        ozone: info: 'zones/below' is passed over: it is a folder
                        ozone: info: 'zones/deep' is passed over: it is a part of 'zones/example.com'
                        ozone: info: 'zones/hosts' is passed over: it is a part of 'zones/example.com'
                        [exit status: 0]""");
    }

    @Test
    void judgesFilesThatIncludeEachOther() {
        ozone.with("zones/example.com", OzoneRuns.GOOD + "$INCLUDE example.net\n")
                .with("zones/example.net", OzoneRuns.GOOD + "$INCLUDE example.com\n");

        assertThat(ozone.run("zones").output()).contains("[include-loop]", "2 files: ");
    }

    @Test
    void tellsAFolderWithoutZones() {
        assertThat(ozone.run("zones"))
                .hasToString(
                        "ozone: error: 'zones': no zone file and no key file in there\n[exit status: 3]");
    }

    @Test
    void checksAFileOnceHoweverOftenItIsNamed() {
        ozone.with("zones/example.com", OzoneRuns.GOOD);

        assertThat(ozone.run("zones", "zones/example.com", "./zones/../zones/example.com").output())
                .isEqualTo("successfully checked zone example.com\n");
    }

    @Test
    void showsManyFilesInTheirOrder() {
        IntStream.range(100, 300)
                .forEach(
                        i ->
                                ozone.with(
                                        "zones/z%d.example".formatted(i),
                                        i == 250 ? BROKEN : OzoneRuns.GOOD));

        var run = ozone.run("zones");

        assertThat(run.output().lines().filter(line -> line.startsWith("success")))
                .isSorted()
                .hasSize(199);
        assertThat(run.output()).endsWith("200 files: 1 error\n");
    }

    @Test
    void takesTheNameOfAZoneFromItsTextWhenThatOfTheFileIsNone() {
        ozone.with("two words", "$ORIGIN example.com.\n" + OzoneRuns.GOOD)
                .with("more words~", OzoneRuns.GOOD.replace("@ ", "example.net. "))
                .with("root zone", "$ORIGIN .\n" + OzoneRuns.GOOD);

        assertThat(ozone.run("two words", "more words~", "root zone").output())
                .contains("zone example.com\n", "zone example.net\n", "zone .\n");
    }

    @Test
    void asksForTheNameOfAZoneThatNothingTells() {
        assertThat(ozone.with("two words", OzoneRuns.GOOD).run("two words"))
                .hasToString(
                        "ozone: error: 'two words' does not name a zone; say which it is with '--zone-name'\n"
                                + "[exit status: 3]");
    }

    @Test
    void looksForTheNamesOfChallengesInTheZonesAround() {
        ozone.with(
                        "zones/example.com",
                        OzoneRuns.GOOD + "_acme-challenge CNAME gone.acme.example.\n")
                .with("zones/acme.example", OzoneRuns.GOOD);

        assertThat(ozone.run("zones/example.com").output())
                .contains("[dangling-delegated-challenge]");
        assertThat(ozone.run("zones").output()).contains("[dangling-delegated-challenge]");

        ozone.with("zones/acme.example", OzoneRuns.GOOD + "gone TXT x\n");
        assertThat(ozone.run("zones/example.com").output())
                .doesNotContain("[dangling-delegated-challenge]");
    }

    @Test
    void includesOnlyFromTheZonesFolderUnlessTold() {
        ozone.with("zones/example.com", OzoneRuns.GOOD + "$INCLUDE ../hosts\n")
                .with("hosts", "www A 192.0.2.2\n");

        assertThat(ozone.run("zones/example.com").output()).contains("[include-outside-root]");
        assertThat(ozone.run("--include-root=.", "zones/example.com").status())
                .isEqualTo(ExitStatus.YES);
    }

    @Test
    void includesIntoStandardInputWhatItIsTold() {
        ozone.with("hosts", "www A 192.0.2.2\n");
        String zone = OzoneRuns.GOOD + "$INCLUDE hosts\n";

        assertThat(ozone.runOn(zone, "--zone-name=example.com", "-").output())
                .contains("[include-missing]", "--include-root");
        assertThat(ozone.runOn(zone, "--zone-name=example.com", "--include-root=.", "-").status())
                .isEqualTo(ExitStatus.YES);
    }
}
