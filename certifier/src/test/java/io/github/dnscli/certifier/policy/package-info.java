@NullMarked
package io.github.dnscli.certifier.policy;

import org.jspecify.annotations.NullMarked;
