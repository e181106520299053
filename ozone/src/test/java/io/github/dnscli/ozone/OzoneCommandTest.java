package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OzoneCommandTest {

    @TempDir private Path folder;
    private OzoneRuns ozone = new OzoneRuns(Path.of(""));

    @BeforeEach
    void enterFolder() {
        ozone = new OzoneRuns(folder).with("example.com", OzoneRuns.GOOD);
    }

    @Test
    void confirmsAGoodZone() {
        assertThat(ozone.run("example.com"))
                .hasToString("successfully checked zone example.com\n[exit status: 0]");
    }

    /// Where no word looks like an option, none is described.
    @ParameterizedTest
    @ValueSource(
            strings = {"", "example.com", "example.com bad.example", "nowhere", "bad.example ."})
    void doesTheSameWithAnOptionThatSaysNothingNew(String line) {
        ozone.with("bad.example", "www A 192.0.2\n");
        var words = line.isEmpty() ? List.<String>of() : List.of(line.split(" "));
        var more = new ArrayList<>(words);
        more.addFirst("--color=auto");

        assertThat(ozone.run(words.toArray(String[]::new)))
                .isEqualTo(ozone.run(more.toArray(String[]::new)));
    }

    @Test
    void saysNothingOfAGoodZoneWhenQuiet() {
        assertThat(ozone.run("-q", "example.com")).hasToString("[exit status: 0]");
    }

    @Test
    void showsEachErrorWithItsLineAndARepair() {
        var zone =
                """
                $TTL 1h
                @    SOA ns1 hostmaster 1 1d 2h 4w 1h
                     NS  ns1
                \tA  192.0.2
                www\tAAA ::1
                www  A   192.0.2.2 ; glued
                """;
        assertThat(ozone.with("bad.example", zone).run("bad.example"))
                .hasToString(
                        """
                        bad.example:3:10: error: name server 'ns1.bad.example' has no A or AAAA record in this zone [ns-without-address]
                                 NS  ns1
                                     ^~~
                          hint: add an address record for 'ns1.bad.example', or correct the name
                        bad.example:4:5: error: A: address '192.0.2' is not an IPv4 address [bad-rdata]
                             A  192.0.2
                                ^~~~~~~
                        bad.example:5:5: error: 'AAA' is not a record type [unknown-type]
                            www AAA ::1
                                ^~~
                        1 file: 3 errors
                        [exit status: 1]""");
    }

    @Test
    void showsErrorsEvenWhenQuiet() {
        var run = ozone.with("bad.example", "www A 192.0.2.1 ; no SOA\n").run("-q", "bad.example");

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output())
                .contains("[missing-soa]")
                .doesNotContain("[missing-ttl]", "1 file");
    }

    @Test
    void acceptsAZoneWithWarnings() {
        var zone = OzoneRuns.GOOD + "ns1 A 192.0.2.1\n";

        assertThat(ozone.with("twice.example", zone).run("twice.example"))
                .hasToString(
                        """
                        twice.example:5:1: warning: this A record of 'ns1.twice.example' stands on line 4 already [duplicate-record]
                            ns1 A 192.0.2.1
                            ^~~
                        successfully checked zone twice.example
                        1 file: no errors, 1 warning
                        [exit status: 0]""");
    }

    @Test
    void hasColoursWhenWanted() {
        var run = ozone.with("bad.example", "www AAA ::1\n").run("--color=always", "bad.example");

        assertThat(run.output())
                .contains("\u001b[31merror:\u001b[m", "\u001b[31m^~~\u001b[m", "\u001b[36mhint:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.net", "example.net.zone", "db.example.net"})
    void takesTheNameOfTheZoneFromThatOfTheFile(String file) {
        assertThat(ozone.with(file, OzoneRuns.GOOD).run(file).output())
                .isEqualTo("successfully checked zone example.net\n");
    }

    @Test
    void takesTheNameOfTheZoneFromTheOption() {
        assertThat(ozone.run("--zone-name", "example.org.", "example.com").output())
                .isEqualTo("successfully checked zone example.org\n");
    }

    @Test
    void completesNamesWithThatOfTheZone() {
        var zone = OzoneRuns.GOOD + "www.example.com A 192.0.2.2\nwww.example.com. A 192.0.2.2\n";

        assertThat(ozone.with("example.net", zone).run("example.net").output())
                .contains("example.net:6:1: error: 'www.example.com' is not in zone 'example.net'");
    }

    @Test
    void readsStandardInput() {
        assertThat(ozone.runOn(OzoneRuns.GOOD, "--zone-name=example.net", "-"))
                .hasToString("successfully checked zone example.net\n[exit status: 0]");
        assertThat(ozone.runOn("x", "--zone-name=example.net", "-").output())
                .startsWith("-: error:");
    }

    @Test
    void checksSeveralFilesAndSumsUp() {
        ozone.with("bad.example", "").with("warn.example", OzoneRuns.GOOD + "ns1 A 192.0.2.1\n");

        assertThat(ozone.run("bad.example", "warn.example", "example.com"))
                .hasToString(
                        """
                        bad.example: error: there is no record in it [empty-file]
                        warn.example:5:1: warning: this A record of 'ns1.warn.example' stands on line 4 already [duplicate-record]
                            ns1 A 192.0.2.1
                            ^~~
                        successfully checked zone warn.example
                        successfully checked zone example.com
                        3 files: 1 error, 1 warning
                        [exit status: 1]""");
    }

    @Test
    void checksTheOthersWhenAFileCannotBeRead() {
        var run = ozone.with("bad.example", "").run("none.example", "bad.example", "example.com");

        assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(run.errors()).contains("none.example': no such file or folder");
        assertThat(run.output())
                .contains("[empty-file]", "successfully checked zone example.com")
                .endsWith("3 files: 1 error, 1 unreadable\n");
    }

    @Test
    void wantsToKnowWhichZoneAFileOfAnyNameHolds() {
        assertThat(ozone.with("a..b", OzoneRuns.GOOD).run("a..b"))
                .hasToString(
                        "ozone: error: 'a..b' does not name a zone: empty label; say which it is with"
                                + " '--zone-name'\n[exit status: 3]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --old a --old b c   | option '--old' is given more than once
                    --old a b c         | '--old' goes with one FILE, and here are 2
                    --zone-name a b c   | '--zone-name' goes with one FILE, and here are 2
                    --zone-name a..b c  | 'a..b' is not valid for option '--zone-name': it is no domain name: empty label
                    -                   | standard input has no name: say the zone's with '--zone-name'
                    --zone-name a --old - - | standard input is either FILE or the old file, not both
                    --old a b._keys     | '--old' is for zones, and 'b._keys' holds keys
                    --zone-name a .     | '--zone-name' goes with one FILE, and '.' is a folder
                    --old a .           | '--old' goes with one FILE, and '.' is a folder
                    --strange a         | unknown option '--strange'
                    -q                  | missing FILE
                    --old a             | missing FILE
                    --staged --against HEAD | '--against' and '--staged' each say what to compare with
                    --staged --old a b  | '--old' and '--staged' each say what to compare with
                    --staged -          | standard input is in no repository
                    --staged --fix-serial date | '--fix-serial' changes files on the disk, and '--staged' does not look at them
                    --staged --zone-name a | '--zone-name' goes with one FILE, and here are 0
                    --diff a            | '--diff' wants a version before: say '--old', '--against' or '--staged'
                    --max-delete 5% a   | '--max-delete' wants a version before: say '--old', '--against' or '--staged'
                    --fix-serial date --zone-name a - | '--fix-serial' goes with files, and standard input is none
                    --update-baseline a | '--update-baseline' wants to know the file: say '--baseline'
                    --json --format text a | '--json' and '--format' each say how to write findings
                    --list-checks a     | '--list-checks' goes without FILE
                    --list-checks --install-hook | '--install-hook' and '--list-checks' are two wishes
                    """)
    void refusesWordsThatMakeNoSenseTogether(String arguments, String problem) {
        CommandRun run = ozone.run(arguments.split(" "));

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.errors()).startsWith("ozone: error: " + problem + "\n");
        assertThat(run.output()).isEmpty();
    }

    @Test
    void showsWhatChangesRecordByRecord() {
        ozone.with("old", OzoneRuns.zone(1) + "www A 192.0.2.2\nftp 300 A 192.0.2.3\n")
                .with("example.com", OzoneRuns.zone(2) + "ftp 60 A 192.0.2.3\nmail A 192.0.2.4\n");

        assertThat(ozone.run("--old=old", "--diff", "example.com"))
                .hasToString(
                        """
                        - example.com. 3600 IN SOA ns1.example.com. hostmaster.example.com. 1 86400 7200 2419200 3600
                        + example.com. 3600 IN SOA ns1.example.com. hostmaster.example.com. 2 86400 7200 2419200 3600
                        ~ ftp.example.com. IN A 192.0.2.3 ttl 300 -> 60
                        + mail.example.com. 3600 IN A 192.0.2.4
                        - www.example.com. 3600 IN A 192.0.2.2
                        successfully checked zone example.com
                        [exit status: 0]""");
    }

    @Test
    void writesJsonWhenAsked() {
        assertThat(ozone.run("--json", "example.com").output()).startsWith("{");
        assertThat(ozone.run("--format=json", "example.com").output())
                .isEqualTo(ozone.run("--json", "example.com").output());
    }

    @Test
    void listsAndExplainsChecks() {
        assertThat(ozone.run("--list-checks").output()).contains("missing-glue");
        assertThat(ozone.run("--explain", "missing-glue").output()).contains("missing-glue");
        assertThat(ozone.run("--explain", "nonsense").status()).isEqualTo(ExitStatus.USAGE);
    }
}
