/// Tests of what a secondary keeps.
@NullMarked
package io.github.dnscli.oserve.secondary;

import org.jspecify.annotations.NullMarked;
