package io.github.dnscli.gitstore.repository;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.notes.NoteMap;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.RefSpec;

/// Notes on commits, in `refs/notes/oserve`, here and at the remote: `git log --notes=oserve` shows them.
///
/// @param branches where the ref is
/// @param remote who has them too
/// @param writer makes the commits that notes are kept by
record Notes(Branches branches, Remote remote, CommitWriter writer) {

    private static final String REF = "refs/notes/oserve";

    private static final RefSpec FETCH = new RefSpec("+" + REF + ":" + REF);

    /// Others who write notes at the same time may come first this often.
    private static final int ATTEMPTS = 5;

    /// Attaches a note to a commit, in place of an older one, and pushes it.
    void attach(Revision revision, String text) throws IOException {
        var before = branches.at(REF);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var after = with(before, revision, text);
            switch (remote.push(REF, before.orElse(ObjectId.zeroId()), after)) {
                case Pushed.Landed _ -> {
                    branches.move(REF, after);
                    return;
                }
                case Pushed.Overtaken _ -> before = fetched();
                case Pushed.Rejected(var reason) ->
                        throw remote.trouble("it does not take notes: " + reason);
            }
        }
        throw remote.trouble("others write notes all the time");
    }

    private Optional<ObjectId> fetched() throws IOException {
        var theirs = remote.find(REF);
        if (theirs.isPresent()) {
            remote.fetch(FETCH);
        }
        return theirs;
    }

    private ObjectId with(Optional<ObjectId> before, Revision revision, String text)
            throws IOException {
        try (var walk = new RevWalk(repository());
                var inserter = repository().newObjectInserter()) {
            var notes =
                    before.isPresent()
                            ? NoteMap.read(walk.getObjectReader(), walk.parseCommit(before.get()))
                            : NoteMap.newEmptyMap();
            notes.set(
                    History.id(revision),
                    inserter.insert(Constants.OBJ_BLOB, Constants.encode(text)));
            var tree = notes.writeTree(inserter);
            inserter.flush();
            var parents = before.stream().toArray(ObjectId[]::new);
            var note = writer.write(tree, "Notes added by oserve\n", Instant.now(), parents);
            return History.id(note);
        }
    }

    private Repository repository() {
        return branches.repository();
    }
}
