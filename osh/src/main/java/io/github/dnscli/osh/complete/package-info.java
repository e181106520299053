/// What can come next on a line, from the models of the commands and from what there is.
@NullMarked
package io.github.dnscli.osh.complete;

import org.jspecify.annotations.NullMarked;
