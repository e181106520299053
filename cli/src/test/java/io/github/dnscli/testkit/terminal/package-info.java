/// A terminal for tests, on which time passes when the test says so.
@NullMarked
package io.github.dnscli.testkit.terminal;

import org.jspecify.annotations.NullMarked;
