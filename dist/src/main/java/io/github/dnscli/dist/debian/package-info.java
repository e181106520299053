/// The image as a Debian package: which file goes where, and what `dpkg` is told.
@NullMarked
package io.github.dnscli.dist.debian;

import org.jspecify.annotations.NullMarked;
