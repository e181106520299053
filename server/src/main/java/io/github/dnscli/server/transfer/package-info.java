/// Zones on their way out (RFC 5936, RFC 1995): what of them a client is given, message by message.
@NullMarked
package io.github.dnscli.server.transfer;

import org.jspecify.annotations.NullMarked;
