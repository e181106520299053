package io.github.dnscli.gitstore.repository;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.Repository;

/// Keeps a repository small: objects are packed when there are many. What nothing leads to goes after a day, so that a
/// commit just made, and what a forced push took away, is there for long enough.
final class Tidying {

    /// Some 700 commits of one zone: each is a file, a folder and itself.
    private static final long MOST_OBJECTS = 2_000;

    /// Each fetch brings one.
    private static final long MOST_PACKS = 50;

    private static final Duration KEPT = Duration.ofDays(1);

    private final Repository repository;
    private final long mostObjects;
    private final long mostPacks;

    /// Young ones that nothing leads to stay, and packing again would not help.
    private long remaining;

    Tidying(Repository repository) {
        this(repository, MOST_OBJECTS, MOST_PACKS);
    }

    Tidying(Repository repository, long mostObjects, long mostPacks) {
        this.repository = repository;
        this.mostObjects = mostObjects;
        this.mostPacks = mostPacks;
    }

    /// {@return whether there was enough to do}
    boolean tidy() throws IOException {
        try (var git = new Git(repository)) {
            var counts = git.gc().getStatistics();
            long objects = count(counts, "numberOfLooseObjects");
            if (objects - remaining < mostObjects
                    && count(counts, "numberOfPackFiles") < mostPacks) {
                return false;
            }
            git.gc().setExpire(Instant.now().minus(KEPT)).call();
            remaining = count(git.gc().getStatistics(), "numberOfLooseObjects");
            return true;
        } catch (GitAPIException | JGitInternalException failure) {
            throw new IOException(
                    "the repository '%s' cannot be packed: %s"
                            .formatted(repository.getDirectory(), Explanation.words(failure)),
                    failure);
        }
    }

    private static long count(Map<Object, Object> counts, String name) {
        return counts.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
