/// What the image is made of: the bill of materials, and the licences of all parts.
@NullMarked
package io.github.dnscli.dist.part;

import org.jspecify.annotations.NullMarked;
