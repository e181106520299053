/// Tests of zones that come from elsewhere.
@NullMarked
package io.github.dnscli.server.secondary;

import org.jspecify.annotations.NullMarked;
