/// Tests of the command.
@NullMarked
package io.github.dnscli.oupdate;

import org.jspecify.annotations.NullMarked;
