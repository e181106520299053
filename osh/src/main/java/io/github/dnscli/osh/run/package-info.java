/// Lines become commands that run: on a thread of their own, so that they can be interrupted without ending the shell.
@NullMarked
package io.github.dnscli.osh.run;

import org.jspecify.annotations.NullMarked;
