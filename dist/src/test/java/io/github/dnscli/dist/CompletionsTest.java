package io.github.dnscli.dist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.testkit.Peer;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The completions in the shells they are for: each must offer `--verbosity` for its beginning.
class CompletionsTest {

    @ParameterizedTest
    @MethodSource("io.github.dnscli.dist.Sources#programs")
    void workInBash(String program) throws Exception {
        String script =
                """
                . "$1"
                COMP_WORDS=("$2" --verbosi)
                COMP_CWORD=1
                "$(complete -p "$2" | sed 's/.*-F \\([^ ]*\\).*/\\1/')" 2>/dev/null # compopt works on the command line only
                printf '%s\\n' "${COMPREPLY[@]}"
                """;
        var run =
                Tool.installed(Peer.BASH).run("-c", script, "bash", file("bash", program), program);

        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).isEqualTo("--verbosity\n");
    }

    @ParameterizedTest
    @MethodSource("io.github.dnscli.dist.Sources#programs")
    void workInZsh(String program) throws Exception {
        String script =
                """
                zmodload zsh/zpty
                export TERM=dumb
                zpty shell zsh -f -i
                zpty -w shell "fpath=(${1:h} \\$fpath); autoload -Uz compinit; compinit -u -D; print rea''dy"
                zpty -r shell line '*ready*'
                zpty -w -n shell "$2 --verbosi"$'\t'
                zpty -r shell line '*--verbosity*'
                print -r -- "$line"
                zpty -d shell
                """;
        var run =
                Tool.installed(Peer.ZSH)
                        .run("-f", "-c", script, "zsh", file("zsh", "_" + program), program);

        assertThat(run.output()).contains("--verbosity");
    }

    @ParameterizedTest
    @MethodSource("io.github.dnscli.dist.Sources#programs")
    void workInFish(String program) throws Exception {
        String script = "source $argv[1]; complete -C \"$argv[2] --verbosi\"";
        var run =
                Tool.installed(Peer.FISH)
                        .run("--no-config", "-c", script, file("fish", program + ".fish"), program);

        assertThat(run.errors()).isEmpty();
        assertThat(run.output()).startsWith("--verbosity");
    }

    private static String file(String shell, String name) {
        return Sources.ROOT.resolve(Path.of("completions", shell, name)).toString();
    }
}
