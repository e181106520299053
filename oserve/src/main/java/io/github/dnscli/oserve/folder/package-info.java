/// Zones in a folder: a file for each zone, key files beside them.
///
/// The folder goes in as a [io.github.dnscli.gitstore.reading.FileTree]; updates go out into the files, in place. What the
/// files say is read elsewhere; nothing here knows of git.
@NullMarked
package io.github.dnscli.oserve.folder;

import org.jspecify.annotations.NullMarked;
