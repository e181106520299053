/// The log of the servers: what happens becomes a [io.github.dnscli.oserve.log.LogEvent], and that a line for people or for
/// programs.
///
/// Events of the server, of the database and of secondaries go in, each kind by an exhaustive switch of its own; lines on
/// standard error come out. Nothing is decided here.
@NullMarked
package io.github.dnscli.oserve.log;

import org.jspecify.annotations.NullMarked;
