/// Folders and texts as every part of the image needs them.
///
/// Nothing here knows what the image is made of.
@NullMarked
package io.github.dnscli.dist.file;

import org.jspecify.annotations.NullMarked;
