package io.github.dnscli.common.key;

import io.github.dnscli.common.name.DomainName;
import java.util.ArrayList;
import java.util.List;

/// Who may do what: by the names of keys, and by explicit grants to keys of any name.
///
/// @param grants the explicit ones
public record KeyRights(List<Grant> grants) {

    /// Only the names of keys say what they may do.
    public static final KeyRights BY_NAME = new KeyRights(List.of());

    /// A right given to a key by its name, whatever that name says by itself.
    ///
    /// @param key the key's name
    /// @param operation what it may do
    /// @param zone at and below which name
    public record Grant(DomainName key, KeyOperation operation, DomainName zone) {}

    /// Copies the grants.
    public KeyRights {
        grants = List.copyOf(grants);
    }

    /// {@return these rights and one more grant}
    public KeyRights and(Grant grant) {
        var more = new ArrayList<>(grants);
        more.add(grant);
        return new KeyRights(more);
    }

    /// {@return whether a key may do something at a name}
    public boolean allow(DomainName key, KeyOperation operation, DomainName name) {
        boolean byName =
                KeyName.of(key)
                        .filter(own -> covers(own.operation(), own.zone(), operation, name))
                        .isPresent();
        return byName
                || grants.stream()
                        .filter(grant -> grant.key().equals(key))
                        .anyMatch(
                                grant -> covers(grant.operation(), grant.zone(), operation, name));
    }

    private static boolean covers(
            KeyOperation held, DomainName zone, KeyOperation wanted, DomainName name) {
        return held.includes(wanted) && name.isAtOrBelow(zone);
    }
}
