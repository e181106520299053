package io.github.dnscli.ozone;

import io.github.dnscli.cli.SafeFile;
import io.github.dnscli.cli.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The findings that are accepted: those of the day on which somebody began to check. A finding that is made more often than
/// it is accepted is new.
final class Baseline {

    private static final String HEADER =
            """
            # Findings that ozone accepts: file, check, owner, type, message.
            # Written by 'ozone --baseline FILE --update-baseline'.
            """;

    private static final int LARGEST = 1 << 26;

    private final Optional<BaselineWish> wish;
    private final World world;
    private final Map<BaselineEntry, Integer> accepted;
    private final Map<BaselineEntry, Integer> met = new TreeMap<>();
    private final Set<String> files = new HashSet<>();
    private int count;

    private Baseline(
            Optional<BaselineWish> wish, World world, Map<BaselineEntry, Integer> accepted) {
        this.wish = wish;
        this.world = world;
        this.accepted = accepted;
    }

    /// {@return the baseline that the user wants}; one that accepts nothing if none is wanted
    ///
    /// @throws IOException if it cannot be read
    static Baseline of(Optional<BaselineWish> wish, World world) throws IOException {
        var accepted = new TreeMap<BaselineEntry, Integer>();
        if (wish.isPresent()) {
            var path = world.file(wish.get().file());
            if (!wish.get().update() || Files.exists(path)) {
                read(path, wish.get().file(), accepted);
            }
        }
        return new Baseline(wish, world, accepted);
    }

    private static void read(Path path, String name, Map<BaselineEntry, Integer> accepted)
            throws IOException {
        if (Files.size(path) > LARGEST) {
            throw new IOException("'" + name + "' is too large for a baseline");
        }
        int number = 0;
        String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                int at = number;
                var entry =
                        BaselineEntry.parse(line)
                                .orElseThrow(
                                        () ->
                                                new IOException(
                                                        "'%s' is no baseline: line %s is not five words between tabs"
                                                                .formatted(name, at)));
                accepted.merge(entry, 1, Integer::sum);
            }
        }
    }

    /// {@return what is new of it}
    Inspected filter(Inspected inspected) {
        if (wish.isEmpty()) {
            return inspected;
        }
        String file = identity(inspected.file());
        files.add(file);
        var left = new ArrayList<Remark>();
        for (var remark : inspected.remarks()) {
            var entry = BaselineEntry.of(file, remark.finding());
            int times = met.merge(entry, 1, Integer::sum);
            if (wish.get().update() || times <= accepted.getOrDefault(entry, 0)) {
                count++;
            } else {
                left.add(remark);
            }
        }
        return left.size() == inspected.remarks().size() ? inspected : inspected.with(left);
    }

    /// {@return the file as the baseline calls it, wherever the user stands}
    private String identity(String file) {
        if (Disk.isStandardInput(file)) {
            return file;
        }
        try {
            var home = world.file(wish.orElseThrow().file()).toAbsolutePath().normalize();
            var path = world.file(file).toAbsolutePath().normalize();
            return home.resolveSibling("").relativize(path).toString().replace('\\', '/');
        } catch (InvalidPathException e) {
            return file;
        }
    }

    /// {@return how many findings were left out}
    int accepted() {
        return count;
    }

    /// {@return what is accepted in the files of this run, and not found any more}
    List<String> stale() {
        // Mostly nothing is, and a stream over a TreeMap's entries writes a class for their order.
        if (accepted.isEmpty() || wish.filter(BaselineWish::update).isPresent()) {
            return List.of();
        }
        return accepted.entrySet().stream()
                .filter(entry -> files.contains(entry.getKey().file()))
                .filter(entry -> met.getOrDefault(entry.getKey(), 0) < entry.getValue())
                .map(entry -> entry.getKey().toString())
                .toList();
    }

    /// Writes the findings of this run down, if the user wants that. What is accepted in other files stays.
    ///
    /// @throws IOException if it cannot be written
    void save() throws IOException {
        if (wish.filter(BaselineWish::update).isEmpty()) {
            return;
        }
        var all = new TreeMap<>(met);
        accepted.forEach(
                (entry, times) -> {
                    if (!files.contains(entry.file())) {
                        all.put(entry, times);
                    }
                });
        var text = new StringBuilder(HEADER);
        all.forEach((entry, times) -> text.repeat(entry.line() + "\n", times));
        SafeFile.writeIfChanged(
                world.file(wish.get().file()),
                text.toString().getBytes(StandardCharsets.UTF_8),
                SafeFile.Access.PUBLIC);
    }
}
