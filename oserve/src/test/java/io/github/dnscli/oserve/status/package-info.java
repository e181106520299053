@NullMarked
package io.github.dnscli.oserve.status;

import org.jspecify.annotations.NullMarked;
