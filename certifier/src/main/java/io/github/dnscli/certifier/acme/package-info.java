/// Authorities that speak ACME (RFC 8555, RFC 9773), by acme4j, which no other package knows. How proofs get into the DNS
/// lives elsewhere.
@NullMarked
package io.github.dnscli.certifier.acme;

import org.jspecify.annotations.NullMarked;
