/// Tells a name server that a zone has changed.
///
/// A command line enters, one NOTIFY message goes out, and what the server said of it leaves as lines and an exit status.
/// Nothing here reads a zone.
@NullMarked
package io.github.dnscli.onotify;

import org.jspecify.annotations.NullMarked;
