/// A line becomes words, as POSIX shells split it, each with its place. Nothing here knows commands.
@NullMarked
package io.github.dnscli.osh.words;

import org.jspecify.annotations.NullMarked;
