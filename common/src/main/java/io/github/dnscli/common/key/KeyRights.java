package io.github.dnscli.common.key;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Who may do what: by the names of keys, and by explicit grants to keys of any name.
///
/// @param grants the explicit ones
public record KeyRights(List<Grant> grants) {

    /// Only the names of keys say what they may do.
    public static final KeyRights BY_NAME = new KeyRights(List.of());

    /// A right given to keys by their names, whatever these say by themselves.
    ///
    /// @param key the names of the keys
    /// @param operation what they may do
    /// @param names at which names: of records for an update, of zones for the rest
    /// @param types the types of record that may be changed; none for all types
    /// @param actions what may be done with records
    /// @param from the addresses from which the key may be used; none for all addresses
    public record Grant(
            NamePattern key,
            KeyOperation operation,
            NamePattern names,
            Set<RecordType> types,
            Set<ChangeAction> actions,
            List<AddressBlock> from) {

        /// Copies the collections.
        public Grant {
            types = Set.copyOf(types);
            actions = Set.copyOf(actions);
            from = List.copyOf(from);
        }

        /// A right to everything of a kind at a name and below it, from everywhere.
        ///
        /// @param key the key's name
        /// @param operation what it may do
        /// @param zone at and below which name
        public Grant(DomainName key, KeyOperation operation, DomainName zone) {
            this(
                    new NamePattern.Exact(key),
                    operation,
                    new NamePattern.Tree(zone),
                    Set.of(),
                    Set.of(ChangeAction.values()),
                    List.of());
        }

        /// A right to change records of certain types, from everywhere.
        ///
        /// @param key the key's name
        /// @param names at which names
        /// @param types of which types; none for all
        /// @return the grant
        public static Grant update(DomainName key, NamePattern names, RecordType... types) {
            return new Grant(
                    new NamePattern.Exact(key),
                    KeyOperation.UPDATE,
                    names,
                    Set.of(types),
                    Set.of(ChangeAction.values()),
                    List.of());
        }

        /// {@return whether it gives its operation whole, and with it the smaller ones: who may change just some records
        /// of a name need not see its zone}
        boolean isWhole() {
            return types.isEmpty() && actions.size() == ChangeAction.values().length;
        }

        private boolean isFor(DomainName name, Optional<InetAddress> peer) {
            return key.matches(name)
                    && (from.isEmpty()
                            || peer.filter(at -> from.stream().anyMatch(b -> b.contains(at)))
                                    .isPresent());
        }

        private boolean allowsType(RecordType type) {
            return types.isEmpty() || types.contains(type);
        }
    }

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

    /// {@return whether a key may do something at a name, whatever address it is used from}; an update: with records of
    /// all types
    public boolean allow(DomainName key, KeyOperation operation, DomainName name) {
        return allow(key, operation, name, Optional.empty());
    }

    /// {@return whether a key, used from an address, may do something at a name}; an update: with records of all types
    public boolean allow(
            DomainName key, KeyOperation operation, DomainName name, InetAddress peer) {
        return allow(key, operation, name, Optional.of(peer));
    }

    private boolean allow(
            DomainName key, KeyOperation operation, DomainName name, Optional<InetAddress> peer) {
        return isNamedFor(key, operation, name)
                || grants(key, peer)
                        .filter(Grant::isWhole)
                        .filter(grant -> grant.operation().includes(operation))
                        .anyMatch(grant -> grant.names().matches(name));
    }

    /// {@return whether a key, used from an address, may add or delete records of a type at a name}
    public boolean allowChange(
            DomainName key,
            ChangeAction action,
            DomainName name,
            RecordType type,
            InetAddress peer) {
        return isNamedFor(key, KeyOperation.UPDATE, name)
                || changes(key, action, name, peer).anyMatch(grant -> grant.allowsType(type));
    }

    /// {@return whether a key, used from an address, may add or delete any records at all at a name}
    public boolean allowSomeChange(
            DomainName key, ChangeAction action, DomainName name, InetAddress peer) {
        return isNamedFor(key, KeyOperation.UPDATE, name)
                || changes(key, action, name, peer).findAny().isPresent();
    }

    /// {@return whether a grant, whatever it gives, is for keys of a name}
    public boolean mention(DomainName key) {
        return grants.stream().anyMatch(grant -> grant.key().matches(key));
    }

    private static boolean isNamedFor(DomainName key, KeyOperation operation, DomainName name) {
        return KeyName.of(key)
                .filter(own -> own.operation().includes(operation))
                .filter(own -> name.isAtOrBelow(own.zone()))
                .isPresent();
    }

    private Stream<Grant> changes(
            DomainName key, ChangeAction action, DomainName name, InetAddress peer) {
        return grants(key, Optional.of(peer))
                .filter(grant -> grant.operation().equals(KeyOperation.UPDATE))
                .filter(grant -> grant.actions().contains(action))
                .filter(grant -> grant.names().matches(name));
    }

    private Stream<Grant> grants(DomainName key, Optional<InetAddress> peer) {
        return grants.stream().filter(grant -> grant.isFor(key, peer));
    }
}
