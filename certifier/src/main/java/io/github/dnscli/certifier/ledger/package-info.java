/// What is remembered of each signing request: how often it was tried, ordered and answered, and when it may be again.
@NullMarked
package io.github.dnscli.certifier.ledger;

import org.jspecify.annotations.NullMarked;
