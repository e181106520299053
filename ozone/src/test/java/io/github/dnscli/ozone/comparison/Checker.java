package io.github.dnscli.ozone.comparison;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dnscli.testkit.Peer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A zone checker of others, asked for a zone of `example.com` by itself: none of them looks anything up.
enum Checker {
    NAMED(Peer.NAMED_CHECKZONE, List.of("-i", "local", "example.com")),
    KNOT(Peer.KZONECHECK, List.of("-o", "example.com")),
    NSD(Peer.NSD_CHECKZONE, List.of("example.com"));

    /// What a checker thinks of a zone.
    ///
    /// @param accepts whether it would be served, warnings or not
    /// @param said the first line of what it printed
    record Opinion(boolean accepts, String said) {}

    /// A checker at work.
    record Asked(Process process, Path output) {

        Opinion opinion() throws IOException, InterruptedException {
            boolean accepts = process.waitFor() == 0;
            return new Opinion(
                    accepts,
                    Files.readString(output, ISO_8859_1)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.endsWith(KNOT_GIVES_UP))
                            .findFirst()
                            .map(line -> CHATTER.matcher(line).replaceAll(""))
                            .orElse(""));
        }
    }

    /// What Knot says of text that it cannot read, before or instead of saying where.
    private static final String KNOT_GIVES_UP = "failed to run semantic checks (failed)";

    /// Times, process numbers and paths, which differ from run to run.
    private static final Pattern CHATTER =
            Pattern.compile("^\\[[^]]*\\] nsd-checkzone\\[\\d+\\]: |/\\S*/(?=zone\\b)");

    private final Peer peer;
    private final List<String> arguments;

    Checker(Peer peer, List<String> arguments) {
        this.peer = peer;
        this.arguments = arguments;
    }

    /// Starts it on a zone file; the running test is skipped if it is not installed.
    Asked ask(Path file) throws IOException {
        var output = file.resolveSibling("output-" + name());
        var command = new ArrayList<String>();
        command.add(peer.require().toString());
        command.addAll(arguments);
        command.add(file.toString());
        var process =
                new ProcessBuilder(command)
                        .directory(file.getParent().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        process.getOutputStream().close();
        return new Asked(process, output);
    }
}
