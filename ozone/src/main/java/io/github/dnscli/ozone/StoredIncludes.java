package io.github.dnscli.ozone;

import io.github.dnscli.common.text.FileRole;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.ozone.git.Change;
import io.github.dnscli.ozone.git.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/// Finds the files of a repository that include others. Git looks for them, which it does fast and on all cores.
final class StoredIncludes {

    private StoredIncludes() {}

    /// {@return what includes what among the staged files}; nothing is looked for when nothing changed that could matter
    ///
    /// @throws IOException if git cannot tell
    static Includes staged(Repository repository, StoredFiles index, List<Change> changes)
            throws IOException {
        boolean matters = changes.stream().anyMatch(change -> canBeIncluded(change.path()));
        return matters ? search(repository, index, true) : new Includes();
    }

    /// {@return what includes what among the files on the disk}
    ///
    /// @throws IOException if git cannot tell
    static Includes onDisk(Repository repository, Snapshot disk) throws IOException {
        return search(repository, disk, false);
    }

    private static boolean canBeIncluded(String path) {
        return !FileRole.isDocument(Candidate.baseName(path));
    }

    private static Includes search(Repository repository, Snapshot files, boolean staged)
            throws IOException {
        var includes = new Includes();
        for (String path : repository.matching(IncludeLines.PATTERN, staged)) {
            String label = repository.label(path);
            var source = files.open(staged ? path : label, label);
            for (String name : names(source)) {
                Repository.beside(path, name).ifPresent(part -> includes.add(path, part));
            }
        }
        return includes;
    }

    private static List<String> names(Source source) throws IOException {
        return IncludeLines.in(new ByteArrayInputStream(source.bytes()));
    }
}
