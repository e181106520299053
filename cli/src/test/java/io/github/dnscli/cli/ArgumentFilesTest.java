package io.github.dnscli.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

class ArgumentFilesTest {

    @TempDir Path folder;

    /// Shows its arguments as they came.
    private record Echo() implements Command {
        @Override
        public CommandSpec spec() {
            var spec = CommandSpec.create().name("echo");
            spec.addOption(Options.text("--text", "TEXT").build());
            spec.addOption(Options.flag("--flag").build());
            spec.addOption(Options.repeated("--word", "WORD", String.class, word -> word).build());
            return spec;
        }

        @Override
        public boolean takesArgumentFiles() {
            return true;
        }

        @Override
        public Manual manual() {
            return Manual.of();
        }

        @Override
        public ExitStatus run(ParseResult parsed, World world, Console console) {
            console.answer(
                    parsed.matchedOptions().stream()
                            .map(option -> option.longestName() + "=" + value(option))
                            .distinct()
                            .collect(Collectors.joining(" ")));
            return ExitStatus.YES;
        }

        private static Object value(ArgSpec option) {
            return option.getValue();
        }
    }

    private CommandRun echo(String... arguments) {
        return CommandRun.of(new Echo(), World.real().withDirectory(folder), arguments);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("options"), text);
    }

    @Test
    void takesTheWordsOfTheFileForArguments() throws IOException {
        write("# the usual\n--flag\n\n--word one --word=two\t--text 'a b' # the end\n");
        assertThat(echo("--word", "zero", "@options"))
                .hasToString("--word=[zero, one, two] --flag=true --text=a b\n[exit status: 0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--text @options", "--te @options", "--text=@options"})
    void leavesValuesOfOptionsAlone(String arguments) throws IOException {
        write("--flag");
        assertThat(echo(arguments.split(" "))).hasToString("--text=@options\n[exit status: 0]");
    }

    @Test
    void takesAFileBehindAnOptionWithoutValue() throws IOException {
        write("--text x");
        assertThat(echo("--flag", "@options").output()).contains("--flag=true", "--text=x");
    }

    @Test
    void takesAHyphenFromAFile() throws IOException {
        write("--text -");
        assertThat(echo("@options")).hasToString("--text=-\n[exit status: 0]");
    }

    @Test
    void cannotDoWithoutTheFile() {
        assertThat(echo("@options"))
                .hasToString(
                        "echo: error: '%s': no such file or folder\n[exit status: 3]"
                                .formatted(folder.resolve("options")));
    }

    @Test
    void doesNotLookForFilesWithinFiles() throws IOException {
        write("@others");
        assertThat(echo("@options").errors()).contains("unexpected argument '@others'");
    }

    @Test
    void keepsQuotedWordsTogether() {
        assertThat(ArgumentText.words("a'b c'd \"e 'f'\" '' don't #g\n#h\ni#j"))
                .isEqualTo(List.of("ab cd", "e 'f'", "", "don't", "i#j"));
    }

    @Test
    void readsLongWords() {
        String word = "x".repeat(1 << 20);
        assertThat(ArgumentText.words(word + "\n" + word)).containsExactly(word, word);
    }
}
