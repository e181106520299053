@NullMarked
package io.github.dnscli.certifier.ledger;

import org.jspecify.annotations.NullMarked;
