/// Tests of the server.
@NullMarked
package io.github.dnscli.server;

import org.jspecify.annotations.NullMarked;
