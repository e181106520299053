package io.github.dnscli.certificate.fetch;

import io.github.dnscli.common.name.DomainName;
import java.util.List;

/// Where TLSA records stand: at the name one asked for, or at the end of its aliases.
///
/// @param names the name one asked for, then the target of each alias; at least one
public record TlsaPlace(List<DomainName> names) {

    /// Keeps a copy of the names.
    ///
    /// @throws IllegalArgumentException if there is none
    public TlsaPlace {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a place without a name");
        }
    }

    /// {@return the name one asked for}
    public DomainName asked() {
        return names.getFirst();
    }

    /// {@return the name that owns the records, or would}
    public DomainName owner() {
        return names.getLast();
    }

    /// {@return whether an alias leads away from the name one asked for}
    public boolean isAlias() {
        return names.size() > 1;
    }

    /// {@return the place in quotes, for people, and which alias leads there}
    @Override
    public String toString() {
        return isAlias()
                ? "'%s', where '%s' leads".formatted(owner().display(), asked().display())
                : "'%s'".formatted(asked().display());
    }
}
