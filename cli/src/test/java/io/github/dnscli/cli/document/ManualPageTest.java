package io.github.dnscli.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Command;
import io.github.dnscli.cli.Console;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.GreetCommand;
import io.github.dnscli.cli.Manual;
import io.github.dnscli.cli.World;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

class ManualPageTest {

    private final String page = ManualPage.of(GreetCommand.greeting());

    @Test
    void beginsWithNameAndPurpose() {
        assertThat(page)
                .containsPattern("(?m)^\\.TH GREET 1 \\d{4}-\\d\\d-\\d\\d ")
                .contains(".SH NAME\ngreet \\- greet somebody\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SYNOPSIS",
                "DESCRIPTION",
                "ARGUMENTS",
                "OPTIONS",
                "COMMANDS",
                "COMMON OPTIONS",
                "EXIT STATUS",
                "ENVIRONMENT",
                "FILES",
                "EXAMPLES",
                "SEE ALSO"
            })
    void hasEverySection(String section) {
        assertThat(page).contains("\n.SH " + section + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void explainsEveryExitStatus(ExitStatus status) {
        String text = Roff.escape(status.meaning()).replaceAll("\\s+", " ");

        assertThat(page).contains("\n\\fB" + status.code() + "\\fR\n");
        assertThat(page.replaceAll("\\s+", " ")).contains(text);
    }

    @Test
    void showsOptionsWithTheirValues() {
        assertThat(page)
                .contains(
                        ".TP\n\\fB\\-\\-port\\fR=\\fIPORT\\fR\nPort of the server (default: 53).\n")
                .contains(".TP\n\\fB\\-q\\fR, \\fB\\-\\-quiet\\fR\n");
    }

    @Test
    void keepsTextFromLookingLikeRequests() {
        assertThat(page)
                .contains("\n\\&.TH is no macro here.\n")
                .contains(".or \\(aqnobody\\(aq \\-\\- 100%.");
    }

    @Test
    void showsExamplesAsTheyAreTyped() {
        assertThat(page).contains(".nf\n\\fBgreet \\-\\-port 5300 @world \\e0\\fR\n.fi\n");
    }

    @Test
    void describesSubcommandsAndTheirOptions() {
        assertThat(page)
                .contains(".SS \\fBgreet loudly\\fR\n")
                .contains("\\fB\\-\\-times\\fR=\\fIN\\fR\n");
    }

    @Test
    void tellsWhatAProgramOfSeveralDoesAlone() {
        assertThat(ManualPage.all(new Party()).get("party"))
                .contains("\\fBparty\\fR\n[\\fB\\-c\\fR \\fILINE\\fR]\n")
                .contains(".SH OPTIONS\n.TP\n\\fB\\-c\\fR \\fILINE\\fR\nSay this.\n")
                .contains("See\n\\%\\fBparty\\-greet\\fR(1)\n");
    }

    @Test
    void givesEachSentenceALineOfItsOwn() {
        var roff =
                new Roff().flow("One sentence. Another (with brackets). Version 1.2 is one word.");

        assertThat(roff)
                .hasToString("One sentence.\nAnother (with brackets).\nVersion 1.2 is one word.\n");
    }

    @Test
    void foldsLongSentences() {
        assertThat(new Roff().flow("word ".repeat(40)).toString().lines())
                .allMatch(line -> line.length() <= 80)
                .hasSize(3);
    }

    private record Party() implements Command {
        @Override
        public CommandSpec spec() {
            var line = OptionSpec.builder("-c").type(String.class).arity("1").paramLabel("LINE");
            var spec = CommandSpec.create().name("party");
            spec.usageMessage().description("Greet everybody.");
            return spec.addOption(line.description("Say this.").build());
        }

        @Override
        public List<Command> subcommands() {
            return List.of(GreetCommand.greeting());
        }

        @Override
        public Manual manual() {
            return Manual.of("Greets everybody.");
        }

        @Override
        public ExitStatus run(ParseResult parsed, World world, Console console) {
            return ExitStatus.YES;
        }
    }
}
