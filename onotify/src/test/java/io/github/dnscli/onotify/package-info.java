/// Tests of the command.
@NullMarked
package io.github.dnscli.onotify;

import org.jspecify.annotations.NullMarked;
