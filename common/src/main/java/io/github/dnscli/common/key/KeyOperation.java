package io.github.dnscli.common.key;

import java.util.Locale;

/// What a key may do. Each operation includes those below it: who may update may transfer, who may transfer may notify.
public enum KeyOperation {
    /// Tell the server that a zone has changed.
    NOTIFY,
    /// Fetch a whole zone.
    TRANSFER,
    /// Change records.
    UPDATE;

    /// {@return the label that grants it in a key's name: `_update`, `_transfer`, `_notify`}
    public String label() {
        return "_" + word();
    }

    /// {@return the word for it in a policy: `update`, `transfer`, `notify`}
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// {@return whether who may do this may also do the other}
    public boolean includes(KeyOperation other) {
        return compareTo(other) >= 0;
    }
}
