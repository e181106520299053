/// The lines that were typed, from one session to the next, without the secrets in them.
@NullMarked
package io.github.dnscli.osh.history;

import org.jspecify.annotations.NullMarked;
