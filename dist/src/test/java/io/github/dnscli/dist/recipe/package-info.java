/// The recipes of `docs/recipes`, followed as they are printed.
@NullMarked
package io.github.dnscli.dist.recipe;

import org.jspecify.annotations.NullMarked;
