/// UPDATE: a table of cases run against several servers, and random updates against a plain model.
@NullMarked
package io.github.dnscli.server.update;

import org.jspecify.annotations.NullMarked;
