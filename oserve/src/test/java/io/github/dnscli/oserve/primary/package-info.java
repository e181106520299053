@NullMarked
package io.github.dnscli.oserve.primary;

import org.jspecify.annotations.NullMarked;
