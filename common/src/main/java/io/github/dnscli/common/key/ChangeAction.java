package io.github.dnscli.common.key;

import java.util.Locale;

/// What an update does with records.
public enum ChangeAction {
    /// Puts records there, or gives those that are there another TTL.
    ADD,
    /// Takes records away.
    DELETE;

    /// {@return the word for it in a policy: `add`, `delete`}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
