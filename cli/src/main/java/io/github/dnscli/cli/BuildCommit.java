package io.github.dnscli.cli;

import java.util.Optional;
import java.util.regex.Pattern;

/// The commit that a build was made of.
///
/// @param id its full hash
/// @param changed whether the files were not quite those of the commit
record BuildCommit(String id, boolean changed) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    /// As many digits in every build: how many make a hash unique depends on what else a repository holds.
    private static final int SHOWN = 10;

    /// {@return the commit, if anything tells}; places that nobody has filled in do not
    ///
    /// @param archived what `git archive` wrote down. It counts first: the repository around an unpacked archive is another.
    /// @param checkedOut the commit of the repository that the build found itself in
    /// @param dirty `true` if files differed from it
    static Optional<BuildCommit> of(String archived, String checkedOut, String dirty) {
        if (HASH.matcher(archived).matches()) {
            return Optional.of(new BuildCommit(archived, false));
        }
        return HASH.matcher(checkedOut).matches()
                ? Optional.of(new BuildCommit(checkedOut, dirty.equals("true")))
                : Optional.empty();
    }

    /// {@return the commit as it stands behind a version}
    String words() {
        return "commit " + id.substring(0, SHOWN) + (changed ? " and local changes" : "");
    }
}
