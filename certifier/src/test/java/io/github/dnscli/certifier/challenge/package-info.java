/// Tests of the proofs that names are ours, with name servers on loopback.
@NullMarked
package io.github.dnscli.certifier.challenge;

import org.jspecify.annotations.NullMarked;
