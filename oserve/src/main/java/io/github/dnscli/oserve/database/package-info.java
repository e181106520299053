/// Where the zones of a primary server come from, and where its updates go: a folder, or a git repository.
///
/// Options go in; a [Database] comes out. How files are read, edited and committed lives elsewhere; nothing here speaks
/// DNS.
@NullMarked
package io.github.dnscli.oserve.database;

import org.jspecify.annotations.NullMarked;
