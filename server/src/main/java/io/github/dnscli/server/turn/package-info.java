/// A packet on its way through the server: [Turn] is a request with all it meets, [Effect] is what it leads to,
/// [Connection] the way back. Nothing here decides.
@NullMarked
package io.github.dnscli.server.turn;

import org.jspecify.annotations.NullMarked;
