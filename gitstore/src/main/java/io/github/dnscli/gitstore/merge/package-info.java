/// Changes made by UPDATE, as values that outlive the process, and how they are made again in a zone that somebody else
/// has changed meanwhile.
///
/// A zone and [ZoneEdit]s go in, a zone and [Conflict]s come out. Neither files nor git live here.
@NullMarked
package io.github.dnscli.gitstore.merge;

import org.jspecify.annotations.NullMarked;
