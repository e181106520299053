/// Tests of what stands between the sockets and the server.
@NullMarked
package io.github.dnscli.server.socket;

import org.jspecify.annotations.NullMarked;
