/// UPDATE (RFC 2136): prerequisites, rights, changes and what they would make of the zone. A pure function of a turn:
/// nothing is stored or put in force here.
@NullMarked
package io.github.dnscli.server.update;

import org.jspecify.annotations.NullMarked;
