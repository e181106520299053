package io.github.dnscli.gitstore;

import io.github.dnscli.common.key.KeyRights;
import io.github.dnscli.gitstore.reading.TreeFile;
import io.github.dnscli.gitstore.repository.CommitSettings;
import io.github.dnscli.gitstore.repository.RemoteAccess;
import io.github.dnscli.gitstore.repository.RemoteAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// What the user wants of a store.
///
/// @param remote the branch to follow
/// @param access how to get at it
/// @param commits how commits are made
/// @param state the folder for the local repository and the journal
/// @param moreKeys gives the key files outside the repository, anew at each reading
/// @param rights what keys may do beyond what their names say, anew at each reading
/// @param poll how often to fetch without being told; zero for never
/// @param removalDelay how long a zone is served on whose file is gone
/// @param pushes whether commits are pushed
/// @param notes whether faults of zones are told in a note at the commit, which is pushed
/// @param raisesSerials whether an operator's edit under a serial that is not newer gets a newer one, by a commit
public record GitStoreOptions(
        RemoteAddress remote,
        RemoteAccess access,
        CommitSettings commits,
        Path state,
        MoreKeys moreKeys,
        Supplier<KeyRights> rights,
        Duration poll,
        Duration removalDelay,
        boolean pushes,
        boolean notes,
        boolean raisesSerials) {

    /// Key files outside the repository.
    @FunctionalInterface
    public interface MoreKeys {

        /// {@return the files there are now, whose keys may be for any zone}
        ///
        /// @throws IOException if they cannot be had; the keys known from them stay known
        List<? extends TreeFile> files() throws IOException;
    }
}
