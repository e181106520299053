/// The changes that were acknowledged and that the remote repository does not have yet, on the local disk.
///
/// An edit that goes in is durable when the call returns; what comes out after a restart is what was in. Neither zones
/// nor git live here.
@NullMarked
package io.github.dnscli.gitstore.journal;

import org.jspecify.annotations.NullMarked;
