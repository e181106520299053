package io.github.dnscli.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.GreetCommand;
import org.junit.jupiter.api.Test;

class CompletionTest {

    private final String bash = BashCompletion.of(GreetCommand.greeting());
    private final String zsh = ZshCompletion.of(GreetCommand.greeting());
    private final String fish = FishCompletion.of(GreetCommand.greeting());

    @Test
    void bashKnowsOptionsAndSubcommands() {
        assertThat(bash)
                .contains(
                        "complete -o default -F _greet greet\n",
                        "'*-v,--verbose'\n",
                        "'--server hosts'\n",
                        "'--color words auto always never'\n",
                        "commands='loudly'\n",
                        "\n        'loudly')\n");
    }

    @Test
    void zshKnowsWhatEachOptionTakes() {
        assertThat(zsh)
                .startsWith("#compdef greet\n")
                .contains("'(--port)--port=[Port of the server (default\\: 53)]:PORT: '")
                .contains("'(--server)--server=[The server to ask]:SERVER:_hosts'")
                .contains(":WHEN:(auto always never)'")
                .contains("'*'{-v,--verbose}'[");
    }

    @Test
    void zshGoesIntoSubcommands() {
        assertThat(zsh)
                .contains("loudly\\:\"greet at the top of one'\\''s voice\"")
                .contains("loudly) _greet_loudly ;;");
    }

    @Test
    void fishKnowsWhatEachOptionTakes() {
        assertThat(fish)
                .contains(
                        "complete -c greet -n 'not __fish_seen_subcommand_from loudly'"
                                + " -l port -r -f -d 'Port of the server (default: 53)'\n")
                .contains("-l server -r -f -a '(__fish_print_hostnames)'")
                .contains("-l color -r -f -a 'auto always never'");
    }

    @Test
    void fishOffersOptionsOfSubcommandsOnlyThere() {
        assertThat(fish)
                .contains("-n '__fish_seen_subcommand_from loudly' -l times -r -f")
                .contains("-a loudly -d 'greet at the top of one\\'s voice'");
    }
}
