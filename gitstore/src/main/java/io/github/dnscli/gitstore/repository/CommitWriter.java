package io.github.dnscli.gitstore.repository;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.GpgConfig;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.signing.ssh.SshSignerFactory;

/// Writes commits. What they consist of is on the disk before they are named.
///
/// @param repository where to
/// @param settings in whose name
record CommitWriter(Repository repository, CommitSettings settings) {

    /// {@return a new commit; no branch moves}
    Revision write(NewCommit commit) throws IOException {
        try (var inserter = repository.newObjectInserter()) {
            var parent = History.id(commit.parent());
            var tree = tree(parent, commit.files(), inserter);
            var author = person(commit.author(), commit.time());
            var builder = builder(tree, author, commit.message(), commit.time());
            builder.setParentId(parent);
            return insert(builder, inserter);
        }
    }

    /// {@return a new commit of a tree that stands already}
    ///
    /// @param parents none or one
    Revision write(ObjectId tree, String message, Instant time, ObjectId... parents)
            throws IOException {
        try (var inserter = repository.newObjectInserter()) {
            var builder = builder(tree, person(settings.committer(), time), message, time);
            builder.setParentIds(parents);
            return insert(builder, inserter);
        }
    }

    private CommitBuilder builder(ObjectId tree, PersonIdent author, String message, Instant time) {
        var builder = new CommitBuilder();
        builder.setTreeId(tree);
        builder.setAuthor(author);
        builder.setCommitter(person(settings.committer(), time));
        builder.setMessage(message);
        return builder;
    }

    private PersonIdent person(String name, Instant time) {
        return new PersonIdent(name, settings.email(), time, ZoneOffset.UTC);
    }

    private Revision insert(CommitBuilder builder, ObjectInserter inserter) throws IOException {
        sign(builder);
        var id = inserter.insert(builder);
        inserter.flush();
        return History.revision(id);
    }

    /// The parent's tree with some files replaced; what kind of file each is stays.
    private ObjectId tree(ObjectId parent, Map<String, byte[]> files, ObjectInserter inserter)
            throws IOException {
        try (var walk = new RevWalk(repository)) {
            var index = DirCache.read(walk.getObjectReader(), walk.parseCommit(parent).getTree());
            var editor = index.editor();
            for (var file : files.entrySet()) {
                var blob = inserter.insert(Constants.OBJ_BLOB, file.getValue());
                editor.add(new Replacement(file.getKey(), blob));
            }
            editor.finish();
            return index.writeTree(inserter);
        }
    }

    private static final class Replacement extends DirCacheEditor.PathEdit {

        private final ObjectId blob;

        Replacement(String path, ObjectId blob) {
            super(path);
            this.blob = blob;
        }

        @Override
        public void apply(DirCacheEntry entry) {
            if (!entry.getFileMode().equals(FileMode.EXECUTABLE_FILE)) {
                entry.setFileMode(FileMode.REGULAR_FILE);
            }
            entry.setObjectId(blob);
        }
    }

    /// Sees that the key signs, so that whoever gave one that cannot be used hears it at once and not with a commit.
    ///
    /// @throws IOException if it does not; the message is for people
    void tryKey() throws IOException {
        sign(
                builder(
                        ObjectId.zeroId(),
                        person(settings.committer(), Instant.EPOCH),
                        "",
                        Instant.EPOCH));
    }

    private void sign(CommitBuilder builder) throws IOException {
        if (settings.signingKey().isEmpty()) {
            return;
        }
        String key = settings.signingKey().get().toAbsolutePath().toString();
        var config = new GpgConfig(repository.getConfig());
        var signer = new SshSignerFactory().create();
        try {
            signer.signObject(repository, config, builder, builder.getCommitter(), key, null);
        } catch (GitAPIException | IOException unusable) {
            throw new IOException(
                    "commits cannot be signed by '%s': %s"
                            .formatted(key, Explanation.words(unusable)),
                    unusable);
        }
    }
}
