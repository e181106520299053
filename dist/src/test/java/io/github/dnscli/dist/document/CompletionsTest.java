package io.github.dnscli.dist.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Launcher;
import io.github.dnscli.dist.program.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Model.CommandSpec;

/// The completions in the shells they are for, typed into a terminal.
@Execution(ExecutionMode.CONCURRENT)
class CompletionsTest {

    /// What is typed, and the words that come of it: an option and its value apart, folders without the slash. Behind `--`
    /// nothing is an option, and behind a command no word is another.
    private static final String TYPED =
            """
            onotify --verbosi⇥deb⇥             onotify|--verbosity|debug
            onotify --verbosity de⇥            onotify|--verbosity|debug
            onotify --verbosity=inf⇥           onotify|--verbosity|info
            otlsa-fetch --he⇥                  otlsa-fetch|--help
            onotify -vq --po⇥53                onotify|-vq|--port|53
            ozone -- --verbosi⇥                ozone|--|--verbosi
            ozone zones/ex⇥                    ozone|zones/example.com
            ozone --old zones/ex⇥--strict zo⇥  ozone|--old|zones/example.com|--strict|zones
            ozone --old=zones/a⇥               ozone|--old|zones/a 'zone'
            onotify foo.ex⇥x                   onotify|foo.example|x
            oserve pri⇥--zon⇥zones/s⇥          oserve|primary|--zones|zones/sub folder
            oserve cert⇥cr⇥--sta⇥zones/s⇥      oserve|certifier|crl|--state|zones/sub folder
            oserve status prim⇥                oserve|status|prim
            osh zone ed⇥--ser⇥foo.ex⇥          osh|zone|edit|--server|foo.example
            osh zones/ex⇥                      osh|zones/example.com
            oserve @opt⇥                       oserve|@options
            onotify --key @oper⇥x              onotify|--key|@operator's key|x
            onotify --key=@oper⇥x              onotify|--key|@operator's key|x
            oupdate host.ex⇥@opt⇥              oupdate|host.example|@options
            onotify --dns-k⇥env:TMUX_T⇥x       onotify|--dns-key|env:TMUX_TMPDIR|x
            """;

    @TempDir private Path home;

    @BeforeEach
    void furnish() throws IOException {
        Files.createDirectories(home.resolve("zones/sub folder"));
        for (var file :
                List.of("zones/example.com", "zones/a 'zone'", "operator's key", "options")) {
            Files.createFile(home.resolve(file));
        }
        Files.writeString(home.resolve("hosts"), "127.0.0.1 foo.example\n127.0.0.1 host.example\n");
        Files.createDirectory(home.resolve(".ssh"));
        Files.writeString(
                home.resolve(".ssh/known_hosts"),
                "foo.example ssh-ed25519 AAAA\nhost.example ssh-ed25519 AAAA\n");
    }

    @ParameterizedTest
    @EnumSource
    void completeWhatIsBegun(InteractiveShell shell) throws Exception {
        var typed = new ArrayList<String>();
        var words = new ArrayList<String>();
        for (var line : TYPED.lines().map(line -> line.split(" {2,}")).toList()) {
            typed.add(line[0].replace('⇥', '\t'));
            words.add(line[1]);
        }

        var calls = shell.type(home, typed);

        assertThat(calls)
                .extracting(call -> String.join("|", call).replaceAll("/(?=$|\\|)", ""))
                .containsExactlyElementsOf(words);
    }

    @ParameterizedTest
    @EnumSource
    void offerAllThatThereIs(InteractiveShell shell) throws Exception {
        var offers = new LinkedHashMap<String, Set<String>>();
        for (var program : Programs.ALL) {
            var spec = Launcher.model(program.command()).getCommandSpec();
            offers(spec, offers);
        }

        var calls = shell.type(home, offers.keySet().stream().map(shell::all).toList());

        var offered = new LinkedHashMap<String, Set<String>>();
        int next = 0;
        for (var line : offers.keySet()) {
            int given = line.split(" ").length - (line.endsWith(" ") ? 0 : 1);
            var call = calls.get(next++);
            offered.put(line, new TreeSet<>(call.subList(given, call.size())));
            // A command may take files besides its subcommands.
            offered.get(line).removeIf(this::isFile);
        }
        assertThat(offered).isEqualTo(offers);
    }

    private boolean isFile(String word) {
        return Files.exists(home.resolve(word.replace("\\", "")));
    }

    /// Adds what is to be offered behind a command: its options, its commands, and the words that options take.
    private static void offers(CommandSpec spec, Map<String, Set<String>> offers) {
        String line = spec.qualifiedName() + " ";
        var options = spec.options().stream().filter(option -> !option.hidden()).toList();
        offers.put(
                line + "--",
                options.stream()
                        .flatMap(option -> Arrays.stream(option.names()))
                        .filter(name -> name.startsWith("--"))
                        .collect(Collectors.toCollection(TreeSet::new)));
        for (var option : options) {
            if (option.completionCandidates() != null && !option.inherited()) {
                var words = new ArrayList<String>();
                option.completionCandidates().forEach(words::add);
                offers.put(line + option.longestName() + " ", new TreeSet<>(words));
            }
        }
        if (!spec.subcommands().isEmpty()) {
            offers.put(line, new TreeSet<>(spec.subcommands().keySet()));
        }
        spec.subcommands().values().forEach(below -> offers(below.getCommandSpec(), offers));
    }
}
