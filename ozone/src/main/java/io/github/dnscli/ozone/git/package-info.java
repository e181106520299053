/// Git as `ozone` needs it: what is staged, what a revision holds, what the files on the disk have changed against it.
///
/// Words for the program `git` leave, and what it prints comes back as values. It is the program that reads
/// repositories, so that hooks, worktrees, alternates and whatever comes next mean the same here as they do there.
/// Nothing here knows what a zone is, and nothing here changes a repository.
@NullMarked
package io.github.dnscli.ozone.git;

import org.jspecify.annotations.NullMarked;
