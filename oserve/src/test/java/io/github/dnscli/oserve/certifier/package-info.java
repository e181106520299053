@NullMarked
package io.github.dnscli.oserve.certifier;

import org.jspecify.annotations.NullMarked;
