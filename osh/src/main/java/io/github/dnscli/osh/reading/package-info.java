/// What the words of a command line mean, by the command's own model, and what the context adds to them.
@NullMarked
package io.github.dnscli.osh.reading;

import org.jspecify.annotations.NullMarked;
