/// Proofs that names are ours, put where an authority looks for them, and taken away again.
///
/// Values go in; signed updates and queries go out, to the servers that have the names in the end. What an authority says
/// and wants lives elsewhere.
@NullMarked
package io.github.dnscli.certifier.challenge;

import org.jspecify.annotations.NullMarked;
