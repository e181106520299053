/// What people read: manual pages, completions, the catalog of jbang, the recording of a session.
///
/// Commands and Markdown enter, the texts of files leave. Most of them are checked in; a test compares them.
@NullMarked
package io.github.dnscli.dist.document;

import org.jspecify.annotations.NullMarked;
