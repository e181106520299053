/// The catalog and the scripts, run by the real jbang.
@NullMarked
package io.github.dnscli.dist.jbang;

import org.jspecify.annotations.NullMarked;
