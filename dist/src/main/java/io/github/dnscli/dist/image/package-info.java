/// The folder that people install, put together from what the packages before make.
@NullMarked
package io.github.dnscli.dist.image;

import org.jspecify.annotations.NullMarked;
