package io.github.dnscli.ozone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.FileRole;
import io.github.dnscli.common.text.Includes;
import io.github.dnscli.common.text.Source;
import io.github.dnscli.ozone.git.Blob;
import io.github.dnscli.ozone.git.Repository;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Files as a repository keeps them, under their paths from its top on. Which there are is asked only when somebody wants
/// one that is not known yet.
final class StoredFiles implements Snapshot {

    /// Lists all files there are.
    @FunctionalInterface
    interface Contents {

        /// {@return each file by its path}
        ///
        /// @throws IOException if git cannot tell
        Map<String, Blob> list() throws IOException;
    }

    private final Repository repository;
    private final Optional<String> includeRoot;
    private final Contents contents;
    private final Map<String, Blob> known = new HashMap<>();
    private Optional<Map<String, Blob>> all = Optional.empty();

    /// Describes a state of files; nothing is read yet.
    ///
    /// @param includeRoot the folder that zone files may include files from, if not their own
    StoredFiles(Repository repository, Optional<String> includeRoot, Contents contents) {
        this.repository = repository;
        this.includeRoot = includeRoot;
        this.contents = contents;
    }

    /// {@return a file that is there, with this content}
    synchronized FileText text(String path, Blob blob) {
        known.put(path, blob);
        return new FileText(this, path, repository.label(path));
    }

    /// {@return each file by its path}
    ///
    /// @throws IOException if git cannot tell
    synchronized Map<String, Blob> all() throws IOException {
        if (all.isEmpty()) {
            all = Optional.of(contents.list());
        }
        return all.get();
    }

    /// {@return the content of a file, if it is there}
    ///
    /// @throws IOException if git cannot tell
    synchronized Optional<Blob> find(String path) throws IOException {
        var blob = known.get(path);
        return blob != null ? Optional.of(blob) : Optional.ofNullable(all().get(path));
    }

    /// {@return the zone files among them}
    ///
    /// @throws IOException if git cannot tell
    Map<DomainName, FileText> zones() throws IOException {
        var zones = new HashMap<DomainName, FileText>();
        for (var file : all().entrySet()) {
            if (FileRole.of(Candidate.baseName(file.getKey()))
                    instanceof FileRole.ZoneText(var origin)) {
                zones.putIfAbsent(origin, text(file.getKey(), file.getValue()));
            }
        }
        return zones;
    }

    @Override
    public Source open(String name, String label) throws IOException {
        var blob = find(name).orElseThrow(() -> new NoSuchFileException(label));
        return new Source(repository.read(blob, label), label);
    }

    @Override
    public Includes includes(String name, String label) throws IOException {
        return new StoredIncludes(this, repository, name, root(name));
    }

    private String root(String name) throws IOException {
        return includeRoot.isPresent()
                ? repository.path(includeRoot.get()).orElse(name)
                : name.substring(0, Math.max(name.lastIndexOf('/'), 0));
    }

    /// What a repository holds has no readers of its own.
    @Override
    public boolean isOpenToAll(String name) {
        return false;
    }
}
