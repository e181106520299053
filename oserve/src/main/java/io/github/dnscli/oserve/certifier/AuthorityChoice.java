package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.acme.AcmeSettings;
import java.time.Duration;

/// Who issues.
public sealed interface AuthorityChoice {

    /// An authority of one's own, kept in the state folder.
    ///
    /// @param lifetime how long its certificates last
    record Private(Duration lifetime) implements AuthorityChoice {}

    /// Somebody who speaks ACME.
    ///
    /// @param settings who, and how
    record Acme(AcmeSettings settings) implements AuthorityChoice {}
}
