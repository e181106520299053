package io.github.dnscli.ozone;

import io.github.dnscli.cli.CommandRun;
import io.github.dnscli.cli.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// One line of the file `expect` beside a check's zones: a file, where the check finds something in it, and options.
///
/// ```
/// bad.zone 7:12
/// bad-whole.zone -
/// good.zone --time 2026-11-01T00:00:00Z
/// ```
///
/// @param folder the folder, named as the check
/// @param file a zone in it
/// @param place line and column of the first finding, behind the name of the file if it is another, `-` for the whole file, or empty if there must be none
/// @param options more words for the command line
record Pair(Path folder, String file, String place, List<String> options) {

    private static final Pattern PLACE = Pattern.compile("([\\w.-]+:)?\\d+:\\d+|\\d+|-");
    private static final Pattern BLANKS = Pattern.compile("[ \t]+");

    /// {@return the expectations of a check}
    static List<Pair> of(Path folder) {
        try (var lines = Files.lines(folder.resolve("expect"))) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> parse(folder, List.of(BLANKS.split(line))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Pair parse(Path folder, List<String> words) {
        boolean placed = words.size() > 1 && PLACE.matcher(words.get(1)).matches();
        return new Pair(
                folder,
                words.getFirst(),
                placed ? words.get(1) : "",
                words.subList(placed ? 2 : 1, words.size()));
    }

    boolean isBad() {
        return !place.isEmpty();
    }

    /// {@return where the check first finds something}; empty if it finds nothing
    String found() {
        var run = run();
        String id = folder.getFileName().toString();
        var finding =
                Pattern.compile(
                        "(?m)^(?:%s(?::(\\d+(?::\\d+)?))?|([\\w.-]+:\\d+:\\d+)): (?:error|warning|note): .* \\[%s\\]$"
                                .formatted(Pattern.quote(file), Pattern.quote(id)));
        return finding.matcher(run.output())
                .results()
                .findFirst()
                .map(Pair::place)
                .orElseGet(
                        () ->
                                run.output().contains("[" + id + "]")
                                        ? "in another file"
                                        : run.errors());
    }

    private static String place(MatchResult finding) {
        if (finding.group(2) != null) {
            return finding.group(2);
        }
        return finding.group(1) == null ? "-" : finding.group(1);
    }

    private CommandRun run() {
        var words = new ArrayList<String>();
        if (!options.contains("--zone-name")) {
            words.addAll(List.of("--zone-name", "example.com"));
        }
        words.addAll(options);
        words.add(file);
        var world =
                World.real().withDirectory(folder).withInput(new ByteArrayInputStream(new byte[0]));
        return CommandRun.of(new OzoneCommand(), world, words.toArray(String[]::new));
    }

    @Override
    public String toString() {
        return String.join(" ", List.of(file, place, String.join(" ", options))).strip();
    }
}
