package io.github.dnscli.ozone;

import io.github.dnscli.common.text.FileRole;
import io.github.dnscli.ozone.git.Change;
import io.github.dnscli.ozone.git.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the files of a repository that include others. Git looks for them, which it does fast and on all cores.
final class StoredInclusions {

    /// When nothing includes anything.
    static final Inclusions NONE = new Inclusions(Map.of(), (_, _) -> Optional.empty());

    private StoredInclusions() {}

    /// {@return what includes what among the staged files}; nothing is looked for when nothing changed that could matter
    ///
    /// @throws IOException if git cannot tell
    static Inclusions staged(Repository repository, StoredFiles index, List<Change> changes)
            throws IOException {
        boolean matters = changes.stream().anyMatch(change -> canBeIncluded(change.path()));
        return matters ? search(repository, index, true) : NONE;
    }

    /// {@return what includes what among the files on the disk}
    ///
    /// @throws IOException if git cannot tell
    static Inclusions onDisk(Repository repository, Snapshot disk) throws IOException {
        return search(repository, disk, false);
    }

    private static boolean canBeIncluded(String path) {
        return !FileRole.isDocument(Candidate.baseName(path));
    }

    private static Inclusions search(Repository repository, Snapshot files, boolean staged)
            throws IOException {
        var names = new LinkedHashMap<String, List<String>>();
        for (String path : repository.matching(IncludeLines.PATTERN, staged)) {
            String label = repository.label(path);
            var content = files.open(staged ? path : label, label).bytes();
            names.put(path, IncludeLines.in(new ByteArrayInputStream(content)));
        }
        return new Inclusions(names, Repository::beside);
    }
}
