/// The news that a zone has changed (RFC 1996), in both directions: whom to tell and how often, and what to make of it
/// when told.
@NullMarked
package io.github.dnscli.server.notify;

import org.jspecify.annotations.NullMarked;
