/// Tests.
@NullMarked
package io.github.dnscli.osh.zone;

import org.jspecify.annotations.NullMarked;
