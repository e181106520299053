@NullMarked
package io.github.dnscli.osh;

import org.jspecify.annotations.NullMarked;
