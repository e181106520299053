package io.github.dnscli.gitstore;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.gitstore.repository.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// In which commit stands what was served of a zone under a serial, kept in a file.
///
/// The serials in the commits do not tell. A commit for the changes that one key has made is no version that anybody
/// was ever served, if others were made between them; and an operator may push a serial under which changes that were
/// waiting had been served. Differences to such a version would spoil the zone of whoever asks.
///
/// Used by several threads.
final class ServedVersions {

    private static final int MOST = 20_000;
    private static final String NOWHERE = "-";

    /// A version as clients know it.
    private record Version(DomainName zone, Serial serial) {}

    /// Where it stands.
    ///
    /// @param commit the commit's id; nowhere if different things were served as the same version
    /// @param blob the object id of the file
    private record Standing(String commit, String blob) {}

    private final Path file;
    private final Map<Version, Standing> versions = new LinkedHashMap<>();

    private ServedVersions(Path file) {
        this.file = file;
    }

    /// {@return what a file remembers; nothing if there is none}
    ///
    /// @throws IOException if it cannot be read
    static ServedVersions open(Path file) throws IOException {
        var served = new ServedVersions(file);
        if (Files.exists(file)) {
            var lines = Files.readAllLines(file).stream().filter(line -> !line.isEmpty()).toList();
            lines.stream().skip(Math.max(0, lines.size() - MOST)).forEach(served::recall);
            if (lines.size() > MOST) {
                served.rewrite();
            }
        }
        return served;
    }

    /// A line that was written in part only is of no use, and no harm.
    private void recall(String line) {
        var words = line.split(" ", -1);
        if (words.length == 5 && words[4].equals(".")) {
            versions.put(
                    new Version(DomainName.of(words[0]), new Serial(Long.parseLong(words[1]))),
                    new Standing(words[2], words[3]));
        }
    }

    /// Remembers what is served.
    ///
    /// @param commit the last commit
    /// @param blob the zone's file in it
    /// @throws IOException if it cannot be written down; then it may be unknown after a restart
    synchronized void note(DomainName zone, Serial serial, Revision commit, String blob)
            throws IOException {
        var version = new Version(zone, serial);
        var before = Optional.ofNullable(versions.get(version));
        if (before.isEmpty()) {
            write(version, new Standing(commit.id(), blob));
        } else if (!before.get().blob().equals(blob) && !before.get().commit().equals(NOWHERE)) {
            write(version, new Standing(NOWHERE, NOWHERE));
        }
    }

    private void write(Version version, Standing standing) throws IOException {
        versions.put(version, standing);
        // The empty line ends one that may have been written in part before.
        Files.write(
                file,
                List.of("", line(version, standing)),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String line(Version version, Standing standing) {
        return "%s %s %s %s ."
                .formatted(version.zone(), version.serial(), standing.commit(), standing.blob());
    }

    private void rewrite() throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Stream<String> lines =
                versions.entrySet().stream().map(e -> line(e.getKey(), e.getValue()));
        Files.write(fresh, lines.toList());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// {@return the commit in which stands what was served}
    synchronized Optional<Revision> commit(DomainName zone, Serial serial) {
        return Optional.ofNullable(versions.get(new Version(zone, serial)))
                .map(Standing::commit)
                .filter(commit -> !commit.equals(NOWHERE))
                .map(Revision::new);
    }
}
