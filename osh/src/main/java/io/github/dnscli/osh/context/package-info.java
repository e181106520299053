/// What the operator works on: server, key and zone, and how it is said.
@NullMarked
package io.github.dnscli.osh.context;

import org.jspecify.annotations.NullMarked;
