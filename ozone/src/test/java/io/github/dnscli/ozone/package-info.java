/// Tests of `ozone`, run as a user runs it, but in this process.
@NullMarked
package io.github.dnscli.ozone;

import org.jspecify.annotations.NullMarked;
