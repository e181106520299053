@NullMarked
package io.github.dnscli.certifier.own;

import org.jspecify.annotations.NullMarked;
