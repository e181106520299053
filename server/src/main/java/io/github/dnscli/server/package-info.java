/// An authoritative name server to embed: six lines start one.
///
/// ```java
/// var server = NameServer.builder()
///         .zone(zone)
///         .key(key)
///         .listen("127.0.0.1", 0)
///         .start();
/// ```
///
/// What happens is told to [io.github.dnscli.server.event.ServerListener]s, queries to
/// [io.github.dnscli.server.event.QueryListener]s, and counts are had from [NameServer#metrics()]. How much strangers may
/// take of a server, [io.github.dnscli.server.state.Limits] say.
///
/// Inside, `Responder` is a pure function: a packet, the peer and the time go in, an `Effect` comes out of an immutable
/// [io.github.dnscli.server.state.ServerState]. The shell around it owns sockets, threads and the one reference to the
/// state. No files, no command line, no git and no certificates ever live here: what keeps a zone durable is behind
/// [ZoneStore].
@NullMarked
package io.github.dnscli.server;

import org.jspecify.annotations.NullMarked;
