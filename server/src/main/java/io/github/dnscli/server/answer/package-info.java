/// Queries and what zones say to them: a pure function of a turn.
@NullMarked
package io.github.dnscli.server.answer;

import org.jspecify.annotations.NullMarked;
