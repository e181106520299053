/// Servers run within tests as the command line would run them.
@NullMarked
package io.github.dnscli.oserve.serving;

import org.jspecify.annotations.NullMarked;
