@NullMarked
package io.github.dnscli.certifier;

import org.jspecify.annotations.NullMarked;
