package io.github.dnscli.common.key;

import io.github.dnscli.common.name.DomainName;
import java.util.Optional;

/// What the name of a key says about its rights: `X._update.ZONE` may update ZONE and all below it; with nothing
/// behind the operation it may update everything.
///
/// @param operation what it may do
/// @param zone at and below which name
public record KeyName(KeyOperation operation, DomainName zone) {

    /// {@return what a key's name says; empty for a plain name. Of several operation labels the one closest to the
    /// root counts.}
    public static Optional<KeyName> of(DomainName name) {
        for (int labels = 1; labels <= name.labelCount(); labels++) {
            var suffix = name.suffix(labels);
            for (var operation : KeyOperation.values()) {
                if (suffix.startsWith(operation.label())) {
                    return Optional.of(new KeyName(operation, suffix.parent()));
                }
            }
        }
        return Optional.empty();
    }
}
