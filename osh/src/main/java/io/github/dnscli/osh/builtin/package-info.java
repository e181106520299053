/// The words of the shell itself, as commands: what is used, where one is, what was typed, help, and the way out.
@NullMarked
package io.github.dnscli.osh.builtin;

import org.jspecify.annotations.NullMarked;
