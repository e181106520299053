/// Zones on their way out (RFC 5936, RFC 1995): who may have them, what of them a client is given, message by message, and
/// who is to hear of changes on its connection. No sockets live here, and nothing is remembered.
@NullMarked
package io.github.dnscli.server.transfer;

import org.jspecify.annotations.NullMarked;
