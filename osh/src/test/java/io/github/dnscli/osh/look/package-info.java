/// Tests.
@NullMarked
package io.github.dnscli.osh.look;

import org.jspecify.annotations.NullMarked;
