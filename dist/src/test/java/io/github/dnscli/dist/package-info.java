/// Tests of what people install: each package of `main`, and what people do with the whole, which `installed` helps to type.
@NullMarked
package io.github.dnscli.dist;

import org.jspecify.annotations.NullMarked;
