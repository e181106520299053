package io.github.dnscli.gitstore;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.gitstore.GitTree.GitFile;
import io.github.dnscli.gitstore.reading.ZoneFiles;
import io.github.dnscli.gitstore.reading.ZoneReading;
import io.github.dnscli.gitstore.repository.Revision;
import io.github.dnscli.gitstore.repository.StoredFile;
import io.github.dnscli.gitstore.repository.ZoneRepository;
import java.io.IOException;
import java.util.Optional;

/// The versions of zones that a branch has seen.
///
/// @param repository where the branch is
/// @param most how many commits to look at
record History(ZoneRepository repository, int most) {

    private static final int COMMITS = 2000;

    /// {@return the history of a repository's branch, as far back as is worth a look}
    static History of(ZoneRepository repository) {
        return new History(repository, COMMITS);
    }

    /// {@return the last version of a zone that can be served}
    ///
    /// @param from the commit to begin with
    /// @param file the zone's file
    Optional<Zone> lastGood(Revision from, String file, DomainName origin) throws IOException {
        for (var version : repository.versions(from, file, most)) {
            var zone = zone(from, version, origin);
            if (zone.isPresent()) {
                return zone;
            }
        }
        return Optional.empty();
    }

    private Optional<Zone> zone(Revision revision, StoredFile version, DomainName origin)
            throws IOException {
        return zone(new GitFile(new GitTree(repository, revision), version), origin);
    }

    /// {@return the zone that a file holds, if it can be served}
    static Optional<Zone> zone(GitFile file, DomainName origin) throws IOException {
        return file.isRegular()
                        && ZoneReading.of(file.path(), ZoneFiles.parse(file, origin))
                                instanceof ZoneReading.Good good
                ? Optional.of(good.zone())
                : Optional.empty();
    }
}
