/// README, tutorials, examples of the manual and the demo, typed as they are printed.
@NullMarked
package io.github.dnscli.dist.tutorial;

import org.jspecify.annotations.NullMarked;
