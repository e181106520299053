/// Tests of fetching certificates.
@NullMarked
package io.github.dnscli.otlsafetch;

import org.jspecify.annotations.NullMarked;
