/// The git repository: the only package that knows JGit. Commits and file contents go in and out as values.
///
/// What zones are, and when to fetch and push, is none of its business.
@NullMarked
package io.github.dnscli.gitstore.repository;

import org.jspecify.annotations.NullMarked;
