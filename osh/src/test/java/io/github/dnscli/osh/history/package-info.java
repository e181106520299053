@NullMarked
package io.github.dnscli.osh.history;

import org.jspecify.annotations.NullMarked;
