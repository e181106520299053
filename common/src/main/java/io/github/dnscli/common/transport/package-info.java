/// The only client sockets.
@NullMarked
package io.github.dnscli.common.transport;

import org.jspecify.annotations.NullMarked;
