/// A folder of zone files and key files: what is in it, what of it can be served, and how changes get into it.
///
/// Files and a [io.github.dnscli.server.state.ServerState] go in; a new state and [FolderEvent]s come out, and edited files.
/// No sockets and no command lines ever live here.
@NullMarked
package io.github.dnscli.oserve.folder;

import org.jspecify.annotations.NullMarked;
