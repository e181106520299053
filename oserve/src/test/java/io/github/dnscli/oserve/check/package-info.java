@NullMarked
package io.github.dnscli.oserve.check;

import org.jspecify.annotations.NullMarked;
