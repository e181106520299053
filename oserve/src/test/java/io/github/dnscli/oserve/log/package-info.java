@NullMarked
package io.github.dnscli.oserve.log;

import org.jspecify.annotations.NullMarked;
