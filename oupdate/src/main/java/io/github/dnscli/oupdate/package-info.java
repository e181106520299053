/// Sets the address of a host in a zone.
///
/// A command line enters, an UPDATE message goes out, and what the server said of it leaves as lines and an exit status.
/// Nothing here reads a zone file or keeps a record.
@NullMarked
package io.github.dnscli.oupdate;

import org.jspecify.annotations.NullMarked;
