@NullMarked
package io.github.dnscli.osh.complete;

import org.jspecify.annotations.NullMarked;
