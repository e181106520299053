/// The jars of the image.
///
/// Those of the build enter; one leaves, whose classes are rewritten where that makes a start quicker. What a class does stays
/// the same.
@NullMarked
package io.github.dnscli.dist.jar;

import org.jspecify.annotations.NullMarked;
