/// Java: that of the build, whose tools are run here, and the one that the image brings along.
@NullMarked
package io.github.dnscli.dist.runtime;

import org.jspecify.annotations.NullMarked;
