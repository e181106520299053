@NullMarked
package io.github.dnscli.osh.words;

import org.jspecify.annotations.NullMarked;
