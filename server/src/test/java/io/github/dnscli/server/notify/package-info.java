/// Tests of whom news goes to, and when.
@NullMarked
package io.github.dnscli.server.notify;

import org.jspecify.annotations.NullMarked;
