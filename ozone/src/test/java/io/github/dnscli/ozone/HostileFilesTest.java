package io.github.dnscli.ozone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.ExitStatus;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that are no zones: a few findings, printable, whatever is in them.
class HostileFilesTest {

    private static final int MEGABYTES = 4 << 20;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", " \t\n; nothing here\n\n", "\ufeff"})
    void refusesAnEmptyFile(String content) {
        assertThat(check(content.getBytes(UTF_8)))
                .hasToString(
                        """
                        zone: error: there is no record in it [empty-file]
                        1 file: 1 error
                        [exit status: 1]""");
    }

    @Test
    void saysOnceThatAFileIsBinary() {
        var run = check(new byte[MEGABYTES]);

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.output()).containsOnlyOnce("[syntax]").contains("this is not a text file");
        assertThat(run.output().lines()).hasSizeLessThan(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(", "(\n", ")", "\"", "\"\n", "\"a\n", "( a\n", "\\", "=\"", "a ", "a\n", "$X\n",
                "\0\n"
            })
    void saysLittleOfMegabytesOfOneThing(String thing) {
        var run = check(thing.repeat(MEGABYTES / thing.length()).getBytes(UTF_8));

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.errors()).isEmpty();
        assertThat(run.output().lines())
                .hasSizeBetween(2, 4100)
                .allMatch(line -> line.length() < 300);
    }

    @Test
    @Tag("slow")
    void survivesTwoHundredMegabytesOfParentheses() {
        byte[] parentheses = new byte[200_000_000];
        Arrays.fill(parentheses, (byte) '(');

        assertThat(check(parentheses).output().lines()).hasSizeLessThan(12);
    }

    @RepeatedTest(20)
    void printsNothingThatATerminalWouldObey(RepetitionInfo repetition) {
        byte[] noise = new byte[20_000];
        new Random(repetition.getCurrentRepetition()).nextBytes(noise);

        var run = check(noise);

        assertThat(run.status()).isEqualTo(ExitStatus.NO);
        assertThat(run.errors()).isEmpty();
        assertThat(run.output().chars())
                .allMatch(character -> character == '\n' || !Character.isISOControl(character));
    }

    private CommandRun check(byte[] content) {
        return new OzoneRuns(folder).with("zone", content).run("zone");
    }
}
