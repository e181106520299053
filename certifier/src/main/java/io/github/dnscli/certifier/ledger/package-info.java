/// What is remembered of each signing request: how often it was tried, ordered and answered, and when it may be again.
///
/// Values go in and out; texts are kept in a `StateStore`, one for each request, by the SHA-256 of its octets. When
/// something is to be done is decided elsewhere.
@NullMarked
package io.github.dnscli.certifier.ledger;

import org.jspecify.annotations.NullMarked;
