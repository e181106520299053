/// The server that has the zones: how it is asked and written to, and what can be the trouble with it.
@NullMarked
package io.github.dnscli.certifier.primary;

import org.jspecify.annotations.NullMarked;
