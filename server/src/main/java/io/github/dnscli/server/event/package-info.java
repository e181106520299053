/// What the server tells those who embed it.
@NullMarked
package io.github.dnscli.server.event;

import org.jspecify.annotations.NullMarked;
