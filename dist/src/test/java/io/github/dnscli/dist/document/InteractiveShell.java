package io.github.dnscli.dist.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.dist.installed.Sources;
import io.github.dnscli.dist.installed.Tool;
import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A shell of this machine in a terminal, with our completions and without our commands: in their place stand functions
/// that write their arguments down. So what is typed comes out as the shell understands it.
enum InteractiveShell {
    BASH(
            Peer.BASH,
            ".bashrc",
            """
            unset HISTFILE
            PS1='> '
            for file in '%1$s'/bash/*; do . "$file"; done
            for name in %2$s; do
              eval "$name() { printf '%%s\\\\n' $name \\"\\$@\\" '' >> record; }"
            done
            tmux wait-for -S ready
            """,
            "-i"),
    ZSH(
            Peer.ZSH,
            ".zshrc",
            """
            unset HISTFILE
            PS1='> '
            fpath=('%1$s'/zsh $fpath); autoload -Uz compinit; compinit -u -D
            zstyle ':completion:all:*' completer _all_matches _complete
            zstyle ':completion:all:*' insert yes
            zle -C all complete-word _generic
            bindkey '^[*' all
            for name in %2$s; do
              eval "$name() { printf '%%s\\\\n' $name \\"\\$@\\" '' >> record; }"
            done
            tmux wait-for -S ready
            """,
            "-i"),
    FISH(
            Peer.FISH,
            ".fishrc",
            """
            set fish_greeting
            set fish_complete_path '%1$s'/fish $fish_complete_path
            for name in %2$s
              eval "function $name; printf '%%s\\\\n' $name \\$argv '' >> record; end"
            end
            tmux wait-for -S ready
            """,
            "-i --private --no-config -C 'source .fishrc'");

    /// What inserts everything that is offered, in the shells that know such a thing.
    private static final String ALL = "\u001b*";

    private final Peer peer;
    private final String file;
    private final String settings;
    private final String arguments;

    InteractiveShell(Peer peer, String file, String settings, String arguments) {
        this.peer = peer;
        this.file = file;
        this.settings = settings;
        this.arguments = arguments;
    }

    /// {@return the line that calls the command of a line with all that is offered at its end}
    String all(String line) {
        return switch (this) {
            case BASH, ZSH -> line + ALL;
            case FISH ->
                    "%s (complete -C '%s' | string split -f 1 \\t)"
                            .formatted(line.substring(0, line.lastIndexOf(' ')), line);
        };
    }

    /// {@return what each line came to: its words, of which options and their values are words of their own}
    ///
    /// @param home the folder that is the user's home, and where the user is
    List<List<String>> type(Path home, List<String> lines)
            throws IOException, InterruptedException {
        var shell = peer.require() + " " + arguments;
        var names = String.join(" ", Sources.programs());
        Files.writeString(
                home.resolve(file), settings.formatted(Sources.ROOT.resolve("completions"), names));
        var tmux =
                new Tool(
                        List.of(Peer.TMUX.require().toString(), "-f", "/dev/null"),
                        Map.of(
                                "PATH", Tool.path(),
                                "HOME", home.toString(),
                                "HOSTFILE", home.resolve("hosts").toString(),
                                "TMUX_TMPDIR", home.toString(),
                                "LANG", "C.UTF-8"));
        run(tmux, "new-session", "-d", "-x", "400", "-c", home.toString(), shell);
        long server = Long.parseLong(tmux.run("display-message", "-p", "#{pid}").output().strip());
        try {
            run(tmux, "wait-for", "ready");
            run(tmux, "send-keys", "-l", String.join("\r", lines) + "\rtmux wait-for -S done\r");
            run(tmux, "wait-for", "done");
        } finally {
            tmux.run("kill-server");
            ProcessHandle.of(server).ifPresent(process -> process.onExit().join());
        }
        return calls(Files.readString(home.resolve("record")));
    }

    private static void run(Tool tmux, String... arguments)
            throws IOException, InterruptedException {
        assertThat(tmux.run(arguments).status()).as(String.join(" ", arguments)).isZero();
    }

    /// {@return the calls that were written down}: a word a line, and an empty line behind each
    private static List<List<String>> calls(String record) {
        var calls = new ArrayList<List<String>>();
        for (var call : record.split("\n\n")) {
            calls.add(Arrays.stream(call.split("\n")).flatMap(InteractiveShell::words).toList());
        }
        return calls;
    }

    private static Stream<String> words(String word) {
        return word.startsWith("--") ? Arrays.stream(word.split("=", 2)) : Stream.of(word);
    }
}
