/// What the files of a tree say: zones, keys, and what becomes of a server's state when they are read again.
///
/// A [FileTree] goes in, a folder on the disk or a commit; a [Reading] comes out, and with [Reload] the next
/// [io.github.dnscli.server.state.ServerState] with events for the operator. Nothing here writes.
@NullMarked
package io.github.dnscli.gitstore.reading;

import org.jspecify.annotations.NullMarked;
