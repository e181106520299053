/// The same questions to our server and to those of others, on generated zones, and what comes of it.
@NullMarked
package io.github.dnscli.server.differential;

import org.jspecify.annotations.NullMarked;
