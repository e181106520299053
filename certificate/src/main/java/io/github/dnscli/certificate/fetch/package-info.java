/// Asks name servers for what stands at a service name.
///
/// An [io.github.dnscli.common.request.Exchange] with a server enters, a
/// [io.github.dnscli.certificate.fetch.FetchedTlsa] leaves: the records, that there are none, or why nobody knows.
/// Aliases are followed. No socket is opened here, and nothing is judged: that is for
/// [io.github.dnscli.certificate.ChainVerifier].
@NullMarked
package io.github.dnscli.certificate.fetch;

import org.jspecify.annotations.NullMarked;
