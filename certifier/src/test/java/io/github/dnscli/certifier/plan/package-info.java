@NullMarked
package io.github.dnscli.certifier.plan;

import org.jspecify.annotations.NullMarked;
