@NullMarked
package io.github.dnscli.osh.reading;

import org.jspecify.annotations.NullMarked;
