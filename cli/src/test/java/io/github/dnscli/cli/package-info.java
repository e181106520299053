/// Tests of the porch, most of them through one small command, [GreetCommand].
@NullMarked
package io.github.dnscli.cli;

import org.jspecify.annotations.NullMarked;
