package io.github.dnscli.certifier.ledger;

import java.util.Locale;

/// How far a signing request is.
public enum Phase {
    /// It waits for its turn, or for the next attempt after a failure.
    WAITING,
    /// The authority works on it.
    ORDERING,
    /// The certificate is there, and on its way into the zone.
    PUBLISHING,
    /// The certificate stands in all its places.
    SETTLED,
    /// It has been ordered as often as it may be for now.
    LIMITED,
    /// It gets nothing.
    REFUSED,
    /// It is gone from all its places.
    WITHDRAWN;

    /// {@return the word for it in metrics and status, such as `settled`}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
