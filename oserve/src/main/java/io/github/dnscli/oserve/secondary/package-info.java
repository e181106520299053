/// What a secondary keeps on the disk, so that it serves its zones at once when it starts again.
///
/// Zones enter and leave as values of [io.github.dnscli.server.secondary]; files never leave the folder, and no sockets
/// and no command lines live here.
@NullMarked
package io.github.dnscli.oserve.secondary;

import org.jspecify.annotations.NullMarked;
