/// The only client sockets.
///
/// Octets of a request enter, octets of a reply leave, or an [java.io.IOException] whose message names the server and
/// says what happened. Every wait ends within the timeout its caller chose. Nothing here reads a message beyond its id
/// and the bits QR and TC; names are looked up only where a user gave one for a server.
@NullMarked
package io.github.dnscli.common.transport;

import org.jspecify.annotations.NullMarked;
