/// Looking: what a server answers, which names a zone has, and what changes.
///
/// Questions go out and answers are shown; nothing here changes anything.
@NullMarked
package io.github.dnscli.osh.look;

import org.jspecify.annotations.NullMarked;
