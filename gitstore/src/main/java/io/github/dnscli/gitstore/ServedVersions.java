package io.github.dnscli.gitstore;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.gitstore.repository.Revision;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Remembers which commit has what was served under a serial. The history of a file alone does not tell: the operator and an
/// update may have used the same serial, and only one of the two versions ever left the server under it. Used by several
/// threads.
///
/// A commit that is not known costs a transfer of the whole zone, so those are not forced to the disk. Serials that only
/// this file tells of are: nothing else may be served under them after a crash.
final class ServedVersions {

    /// So many serials of a zone are remembered.
    private static final int MOST = 200;

    private static final Pattern LINE =
            Pattern.compile("(\\S+) (\\d{1,10}) (\\p{XDigit}{40}|[-?])");

    /// Stands for more than one version under one serial.
    private static final String AMBIGUOUS = "-";

    /// Stands for a version that is in no commit, or not yet.
    private static final String UNCOMMITTED = "?";

    private final Path file;
    private final Map<DomainName, LinkedHashMap<Serial, String>> commits = new HashMap<>();
    private int lines;

    private ServedVersions(Path file) {
        this.file = file;
    }

    /// {@return what a file remembers, which need not be there}
    ///
    /// @throws IOException if it is there and cannot be read
    static ServedVersions open(Path file) throws IOException {
        var versions = new ServedVersions(file);
        if (Files.exists(file)) {
            try (var written = Files.lines(file)) {
                written.forEach(versions::take);
            }
            // Lest the next line be added to one that was written only in part.
            versions.rewrite();
        }
        return versions;
    }

    private void take(String line) {
        var match = LINE.matcher(line);
        if (match.matches()
                && DomainName.parse(match.group(1), DomainName.ROOT)
                        instanceof ParsedName.Valid(var origin)) {
            put(origin, new Serial(Long.parseLong(match.group(2))), match.group(3));
        }
    }

    private void put(DomainName origin, Serial serial, String commit) {
        var known = commits.computeIfAbsent(origin, _ -> new LinkedHashMap<>());
        known.remove(serial);
        known.put(serial, commit);
        if (known.size() > MOST) {
            known.pollFirstEntry();
        }
        lines++;
    }

    /// {@return the commit that has what was served under a serial}
    synchronized Optional<Revision> commit(DomainName origin, Serial serial) {
        return Optional.ofNullable(commits.get(origin))
                .map(known -> known.get(serial))
                .filter(commit -> !commit.equals(AMBIGUOUS) && !commit.equals(UNCOMMITTED))
                .map(Revision::new);
    }

    /// {@return whether a commit, or several, are known to have what was served under a serial}
    synchronized boolean knows(DomainName origin, Serial serial) {
        return Optional.ofNullable(commits.get(origin))
                .map(known -> known.get(serial))
                .filter(commit -> !commit.equals(UNCOMMITTED))
                .isPresent();
    }

    /// {@return the serial under which a zone was served last, as far as it was told here}
    synchronized Optional<Serial> last(DomainName origin) {
        return Optional.ofNullable(commits.get(origin)).map(known -> known.lastEntry().getKey());
    }

    /// Remembers, durably, that a serial is about to be served, before any commit has it.
    ///
    /// @throws IOException if it cannot be written down; then it must not be served
    synchronized void uncommitted(DomainName origin, Serial serial) throws IOException {
        if (!Optional.of(serial).equals(last(origin))) {
            remember(origin, serial, UNCOMMITTED);
            try (var written = FileChannel.open(file, StandardOpenOption.WRITE)) {
                written.force(false);
            }
        }
    }

    /// Remembers what is served from now on.
    ///
    /// @throws IOException if it cannot be written down
    void served(DomainName origin, Serial serial, Revision commit) throws IOException {
        remember(origin, serial, commit.id());
    }

    /// Remembers that a serial stands for more than one version, and so for none.
    ///
    /// @throws IOException if it cannot be written down
    void ambiguous(DomainName origin, Serial serial) throws IOException {
        remember(origin, serial, AMBIGUOUS);
    }

    private synchronized void remember(DomainName origin, Serial serial, String commit)
            throws IOException {
        put(origin, serial, commit);
        if (lines > 2 * kept() + MOST) {
            rewrite();
        } else {
            Files.write(
                    file,
                    List.of(line(origin, serial, commit)),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    private int kept() {
        return commits.values().stream().mapToInt(Map::size).sum();
    }

    private void rewrite() throws IOException {
        var kept = new ArrayList<String>();
        commits.forEach(
                (origin, known) ->
                        known.forEach((serial, commit) -> kept.add(line(origin, serial, commit))));
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, kept, StandardCharsets.UTF_8);
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        lines = kept.size();
    }

    private static String line(DomainName origin, Serial serial, String commit) {
        return origin + " " + serial + " " + commit;
    }
}
