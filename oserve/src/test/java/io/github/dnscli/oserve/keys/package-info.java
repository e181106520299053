@NullMarked
package io.github.dnscli.oserve.keys;

import org.jspecify.annotations.NullMarked;
