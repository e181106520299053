package io.github.dnscli.ozone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.FileRole;
import io.github.dnscli.ozone.git.Blob;
import io.github.dnscli.ozone.git.Change;
import io.github.dnscli.ozone.git.Repository;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Files on the disk as the successors of what a revision holds: those that the user names, or else all that differ from
/// it, and the zone files that include something that differs.
final class RevisionSelection implements Selection {

    private final Repository repository;
    private final DiskSelection disk;
    private final String tree;
    private final StoredFiles old;

    private RevisionSelection(Repository repository, DiskSelection disk, String tree) {
        this.repository = repository;
        this.disk = disk;
        this.tree = tree;
        this.old =
                new StoredFiles(
                        repository, disk.disk().includeRoot(), () -> repository.filesOf(tree));
    }

    /// {@return the selection of files to be compared with a revision}
    ///
    /// @throws IOException if there is no such revision
    static RevisionSelection of(Repository repository, DiskSelection disk, String revision)
            throws IOException {
        return new RevisionSelection(repository, disk, repository.tree(revision));
    }

    @Override
    public List<Item> items() throws IOException {
        return Succession.of(disk.options().files().isEmpty() ? changed() : named());
    }

    private List<Item> changed() throws IOException {
        var paths = new TreeSet<String>();
        repository.since(tree).stream().map(Change::path).forEach(paths::add);
        paths.addAll(repository.untracked());
        var inclusions =
                paths.isEmpty()
                        ? StoredInclusions.NONE
                        : StoredInclusions.onDisk(repository, disk.disk());
        paths.addAll(inclusions.wholesOf(paths));
        var items = new ArrayList<Item>();
        for (String path : paths) {
            items.add(changed(path, inclusions));
        }
        return items;
    }

    private Item changed(String path, Inclusions inclusions) throws IOException {
        String label = repository.label(path);
        if (FileRole.of(Candidate.baseName(path)) instanceof FileRole.Foreign(var reason)) {
            return FolderListing.passedOver(label, reason);
        }
        var whole = inclusions.wholeOf(path);
        return whole.isPresent() && isOnDisk(label)
                ? FolderListing.passedOver(
                        label, "it is a part of '" + repository.label(whole.get()) + "'")
                : candidate(path, label, false);
    }

    private Candidate candidate(String path, String label, boolean named) throws IOException {
        var before = old.find(path);
        boolean here = isOnDisk(label) || before.isEmpty();
        return new Candidate(
                label,
                named,
                here ? Optional.of(disk.disk().text(label)) : Optional.empty(),
                predecessor(path, before));
    }

    /// Yes, too, for a name that this machine cannot write: reading the file tells what is wrong with that.
    private boolean isOnDisk(String label) {
        try {
            return Files.exists(disk.disk().path(label));
        } catch (FileSystemException _) {
            return true;
        }
    }

    private Candidate.Predecessor predecessor(String path, Optional<Blob> before) {
        return before.<Candidate.Predecessor>map(blob -> new Candidate.Kept(old.text(path, blob)))
                .orElseGet(Candidate.Absent::new);
    }

    private List<Item> named() throws IOException {
        var items = new ArrayList<Item>();
        for (String name : disk.options().files()) {
            var path = repository.path(name);
            if (path.isEmpty()) {
                items.add(PathLimits.unreadable(name, "is not in this repository"));
            } else if (disk.disk().isFolder(name)) {
                items.addAll(inFolder(name, path.get()));
            } else {
                items.add(candidate(path.get(), name, true));
            }
        }
        return items;
    }

    private List<Item> inFolder(String name, String path) throws IOException {
        var items = new ArrayList<Item>();
        for (var item : disk.inFolder(name)) {
            items.add(item instanceof Candidate file ? compared(file) : item);
        }
        String prefix = path.isEmpty() ? "" : path + "/";
        for (String inside : old.all().keySet()) {
            String label = repository.label(inside);
            boolean gone =
                    inside.startsWith(prefix)
                            && inside.indexOf('/', prefix.length()) < 0
                            && !isOnDisk(label);
            if (gone) {
                items.add(changed(inside, StoredInclusions.NONE));
            }
        }
        return items;
    }

    private Item compared(Candidate file) throws IOException {
        var path = repository.path(file.file()).orElseThrow();
        return new Candidate(
                file.file(), file.named(), file.now(), predecessor(path, old.find(path)));
    }

    /// All zone files that git knows, as they lie on the disk.
    @Override
    public Map<DomainName, FileText> zones() throws IOException {
        var zones = new HashMap<DomainName, FileText>();
        for (String path : repository.index().keySet()) {
            if (FileRole.of(Candidate.baseName(path)) instanceof FileRole.ZoneText(var origin)) {
                zones.putIfAbsent(origin, disk.disk().text(repository.label(path)));
            }
        }
        return zones;
    }
}
