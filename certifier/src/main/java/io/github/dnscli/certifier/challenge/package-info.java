/// Proofs that names are ours, put where an authority looks for them, and taken away again.
///
/// Values go in; signed updates and queries go out, to the servers that have the names in the end: aliases are followed, the
/// key and the server are those for the final name, and all name servers of its zone are watched until they serve the
/// values. What is in the DNS is written down in the state. What an authority says and wants lives elsewhere.
@NullMarked
package io.github.dnscli.certifier.challenge;

import org.jspecify.annotations.NullMarked;
