package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.testkit.terminal.ScriptedTerminal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a long run shows of itself.
class PaceTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0,       ''",
        "1, 0, 1234567, '1,234,567 records'",
        "3, 2, 0,       2 of 3 files",
        "3, 2, 16384,   '2 of 3 files, 16,384 records'"
    })
    void countsFilesAndTheRecordsOfLargeOnes(int files, int done, int records, String text) {
        var pace = new Pace();
        pace.files(files);
        pace.read(records);
        for (int i = 0; i < done; i++) {
            pace.fileDone();
        }

        assertThat(pace.text()).isEqualTo(text);
    }

    @Test
    void isShownWhileFilesAreChecked() {
        var terminal = new ScriptedTerminal();
        var world = terminal.world().withInput(slowly(terminal));

        assertThat(
                        terminal.run(
                                new OzoneCommand(),
                                world,
                                "--color=never",
                                "--zone-name=example.test",
                                "-"))
                .isEqualTo(
                        "⌫checking · 1 s⌫checking · 2 s⌫successfully checked zone example.test\n");
    }

    @Test
    void isGoneBeforeTheWordsOfMachinesBegin() {
        var terminal = new ScriptedTerminal();
        var world = terminal.world().withInput(slowly(terminal));
        var shown =
                terminal.run(new OzoneCommand(), world, "--json", "--zone-name=example.test", "-");

        assertThat(shown).startsWith("⌫checking · 1 s⌫checking · 2 s⌫{");
        assertThat(shown.substring(shown.indexOf('{'))).doesNotContain("⌫").endsWith("}\n");
    }

    /// A zone that takes two seconds to come.
    private static InputStream slowly(ScriptedTerminal terminal) {
        var zone = OzoneRuns.GOOD.getBytes(StandardCharsets.UTF_8);
        return new ByteArrayInputStream(zone) {
            @Override
            public synchronized int read(byte[] to, int start, int length) {
                int count = super.read(to, start, length);
                if (count > 0) {
                    terminal.pass(Duration.ofSeconds(2));
                }
                return count;
            }
        };
    }
}
