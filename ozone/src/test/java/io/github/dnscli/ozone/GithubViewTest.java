package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.Terminals;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ozone --format github`.
class GithubViewTest {

    @TempDir private Path folder;

    @Test
    void makesAnAnnotationOfEachFinding() {
        var zone = OzoneRuns.GOOD + "ns1 A 192.0.2.1\nwww AAA ::1\n";

        var run = new OzoneRuns(folder).with("a.zone", zone).run("--format", "github", "a.zone");

        assertThat(run)
                .hasToString(
                        """
                        ::warning file=a.zone,line=5,col=1,title=duplicate-record::this A record of 'ns1.a' stands on line 4 already
                        ::error file=a.zone,line=6,col=5,title=unknown-type::'AAA' is not a record type
                        1 file: 1 error, 1 warning
                        [exit status: 1]""");
    }

    @Test
    void escapesNamesAndMessages() {
        assertThat(Shown.as(Format.GITHUB, Samples.nasty()).output().lines().findFirst())
                .hasValue(
                        "::error file=a b/100%25%2C \"x\"%3A%0A\\u001b[31m é\ud83d\ude00;#?,line=1,col=7,"
                                + "title=bad-rdata::'\"a%25\\001\ud83d\ude00?' is 100%25 \\wrong:\\013\\010::error::, isn't it"
                                + "%0Ahint: look at 50%25: '\"a%25\\001\ud83d\ude00?' is 100%25 \\wrong:\\013\\010::error::, isn't it");
    }

    @Test
    void annotatesFilesThatCouldNotBeReadAndSaysSoToPeopleToo() {
        var run = new OzoneRuns(folder).run("--format", "github", "none.zone");

        assertThat(run.status()).isEqualTo(ExitStatus.UNKNOWN);
        assertThat(run.output())
                .startsWith("::error file=none.zone,title=not readable::")
                .endsWith("1 file: no errors, 1 unreadable\n");
        assertThat(run.errors()).startsWith("ozone: error: ");
    }

    @Test
    void pointsToNoFileForStandardInput() {
        var run =
                new OzoneRuns(folder).runOn("x", "--format=github", "--zone-name=example.com", "-");

        assertThat(run.output()).contains("::error line=1,").doesNotContain("file=");
    }

    @Test
    void beginsNoLineWithACommandThatIsNotOurs() {
        var shown = Shown.as(Format.GITHUB, Terminals.NONE, Samples.all(), List.of());

        assertThat(shown.output().lines())
                .filteredOn(line -> line.stripLeading().startsWith("::"))
                .allMatch(line -> line.matches("::(error|warning|notice) [^:]*title=[^:]+::.*"));
        assertThat(shown.output()).contains("\n+ www.example.com.").doesNotContain("\u001b");
    }

    @Test
    void saysNothingButAnnotationsWhenQuiet() {
        var runs = new OzoneRuns(folder).with("a.zone", OzoneRuns.GOOD);

        assertThat(runs.run("--format=github", "-q", "a.zone")).hasToString("[exit status: 0]");
        assertThat(runs.run("--format=github", "a.zone"))
                .hasToString("1 file: no errors\n[exit status: 0]");
    }
}
