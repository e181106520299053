/// Tests of ACME, with pebble and with an authority that does what it is told.
@NullMarked
package io.github.dnscli.certifier.acme;

import org.jspecify.annotations.NullMarked;
