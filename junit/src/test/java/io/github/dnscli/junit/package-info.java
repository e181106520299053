/// Tests of the extension, by tests that use it.
@NullMarked
package io.github.dnscli.junit;

import org.jspecify.annotations.NullMarked;
