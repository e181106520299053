/// Tests of asking for certificates.
@NullMarked
package io.github.dnscli.ocertify;

import org.jspecify.annotations.NullMarked;
