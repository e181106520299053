package io.github.dnscli.gitstore.repository;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/// Where branches are, and which one is followed.
///
/// @param repository whose
record Branches(Repository repository) {

    private static final String SECTION = "oserve";
    private static final String BRANCH = "branch";
    private static final String REMOTE = "remote";

    /// {@return the name of the branch that is followed, once it is known}
    Optional<String> followed() {
        return remembered(BRANCH);
    }

    /// {@return the remote that is followed, as people see it}
    Optional<String> remote() {
        return remembered(REMOTE);
    }

    private Optional<String> remembered(String name) {
        return Optional.ofNullable(repository.getConfig().getString(SECTION, null, name));
    }

    /// Remembers which remote is followed.
    void followRemote(String display) throws IOException {
        remember(REMOTE, display);
    }

    /// Remembers which branch is followed.
    void follow(String branch) throws IOException {
        remember(BRANCH, branch);
        repository.updateRef(Constants.HEAD).link(Constants.R_HEADS + branch);
    }

    private void remember(String name, String value) throws IOException {
        repository.getConfig().setString(SECTION, null, name, value);
        repository.getConfig().save();
    }

    /// {@return where a ref is}
    Optional<ObjectId> at(String ref) throws IOException {
        return Optional.ofNullable(repository.exactRef(ref)).map(found -> found.getObjectId());
    }

    /// Moves a ref, wherever it was.
    void move(String ref, ObjectId to) throws IOException {
        var update = repository.updateRef(ref);
        update.setNewObjectId(to);
        update.setForceUpdate(true);
        update.disableRefLog();
        require(ref, update.update());
    }

    /// Sees that a ref has moved.
    ///
    /// @throws IOException if it has not; the message is for people
    void require(String ref, RefUpdate.Result result) throws IOException {
        switch (result) {
            case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> {}
            case LOCK_FAILURE ->
                    throw new IOException(
                            "'%s' in '%s' is locked by another process"
                                    .formatted(ref, repository.getDirectory()));
            case NOT_ATTEMPTED,
                    IO_FAILURE,
                    REJECTED,
                    REJECTED_CURRENT_BRANCH,
                    REJECTED_MISSING_OBJECT,
                    REJECTED_OTHER_REASON,
                    RENAMED ->
                    throw new IOException(
                            "'%s' in '%s' cannot be moved (%s)"
                                    .formatted(ref, repository.getDirectory(), result));
        }
    }
}
