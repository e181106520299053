package io.github.dnscli.ozone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.FileRole;
import io.github.dnscli.ozone.git.Blob;
import io.github.dnscli.ozone.git.Change;
import io.github.dnscli.ozone.git.Repository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is staged and differs from the last commit: zone files, key files, and the zone files that include something that
/// differs. A file that lies on the disk otherwise, or is broken there, does not matter.
final class StagedSelection implements Selection {

    private final Repository repository;
    private final PathLimits limits;
    private final StoredFiles index;
    private final StoredFiles committed;

    private StagedSelection(
            Repository repository, PathLimits limits, Optional<String> includeRoot) {
        this.repository = repository;
        this.limits = limits;
        this.index = new StoredFiles(repository, includeRoot, repository::index);
        this.committed = new StoredFiles(repository, includeRoot, repository::filesOfLastCommit);
    }

    /// {@return the selection of what is staged}
    ///
    /// @throws IOException if that cannot be found out
    static StagedSelection of(Repository repository, OzoneOptions options) throws IOException {
        return new StagedSelection(
                repository,
                PathLimits.of(repository, options.files()),
                options.limits().includeRoot());
    }

    @Override
    public List<Item> items() throws IOException {
        var changes = repository.staged();
        var inclusions = StoredInclusions.staged(repository, index, changes);
        var items = new ArrayList<Item>();
        for (var change : changes) {
            if (limits.include(change.path())) {
                items.add(item(change, inclusions));
            }
        }
        var changed = changes.stream().map(Change::path).toList();
        for (String path : inclusions.wholesOf(changed)) {
            if (!changed.contains(path) && limits.include(path)) {
                items.add(unchanged(path));
            }
        }
        items.addAll(limits.unknown(repository, changed));
        return Succession.of(items);
    }

    private Item item(Change change, Inclusions inclusions) throws IOException {
        String path = change.path();
        String label = repository.label(path);
        if (change.unmerged()) {
            return new Item.Settled(
                    new Inspected.Unreadable(
                            label, "'" + label + "' has conflicts that are not resolved yet"));
        }
        boolean concernsFile =
                change.after().filter(Blob::isFile).isPresent()
                        || change.before().filter(Blob::isFile).isPresent();
        if (!concernsFile) {
            return FolderListing.passedOver(label, "it is not a file");
        }
        if (FileRole.of(Candidate.baseName(path)) instanceof FileRole.Foreign(var reason)) {
            return FolderListing.passedOver(label, reason);
        }
        return inclusions
                .wholeOf(path)
                .filter(_ -> change.after().filter(Blob::isFile).isPresent())
                .map(whole -> partOf(label, whole))
                .orElseGet(() -> candidate(change, label));
    }

    private Item partOf(String label, String whole) {
        return FolderListing.passedOver(label, "it is a part of '" + repository.label(whole) + "'");
    }

    private Candidate candidate(Change change, String label) {
        String path = change.path();
        return new Candidate(
                label,
                false,
                change.after().filter(Blob::isFile).map(blob -> index.text(path, blob)),
                predecessor(path, change.before().filter(Blob::isFile)));
    }

    private Candidate.Predecessor predecessor(String path, Optional<Blob> before) {
        return before.<Candidate.Predecessor>map(
                        blob -> new Candidate.Kept(committed.text(path, blob)))
                .orElseGet(Candidate.Absent::new);
    }

    /// A zone file that is as it was, and includes what is not.
    private Candidate unchanged(String path) throws IOException {
        return new Candidate(
                repository.label(path),
                false,
                index.find(path).map(blob -> index.text(path, blob)),
                predecessor(path, committed.find(path)));
    }

    /// All zone files that are staged or committed.
    @Override
    public Map<DomainName, FileText> zones() throws IOException {
        return index.zones();
    }
}
