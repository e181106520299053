@NullMarked
package io.github.dnscli.server.notify;

import org.jspecify.annotations.NullMarked;
