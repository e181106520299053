@NullMarked
package io.github.dnscli.osh.screen;

import org.jspecify.annotations.NullMarked;
