package io.github.dnscli.certifier.own;

import io.github.dnscli.common.name.DomainName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// The names that an intermediate may issue for: those at and below some zones (RFC 5280 §4.2.1.10).
///
/// @param zones none of which is below another, in canonical order; the root alone stands for every name, and no zone for
///     no name
record PermittedNames(List<DomainName> zones) {

    /// Every name.
    static final PermittedNames ALL = new PermittedNames(List.of(DomainName.ROOT));

    /// Beyond this a certificate would be a burden to each message that carries it.
    static final int MAX_ZONES = 64;

    private static final int MAX_OCTETS = 4096;
    private static final int SHOWN = 5;

    /// Copies the list.
    PermittedNames {
        zones = List.copyOf(zones);
    }

    /// {@return the names at and below zones; every name if these are too many for a certificate}
    ///
    /// @param zones in any order; those that no host can be in, such as `0/25.2.0.192.in-addr.arpa`, are left out: programs
    ///     reject a certificate that speaks of them
    static PermittedNames of(Collection<DomainName> zones) {
        var highest = new ArrayList<DomainName>();
        for (var zone : inOrder(zones)) {
            if (highest.isEmpty() || !zone.isAtOrBelow(highest.getLast())) {
                highest.add(zone);
            }
        }
        int octets = highest.stream().mapToInt(DomainName::wireLength).sum();
        return highest.size() > MAX_ZONES || octets > MAX_OCTETS
                ? ALL
                : new PermittedNames(highest);
    }

    /// In canonical order a zone comes right before all that is below it.
    private static List<DomainName> inOrder(Collection<DomainName> zones) {
        return zones.stream()
                .filter(zone -> zone.isRoot() || zone.isHostName())
                .map(DomainName::lowerCase)
                .sorted()
                .toList();
    }

    /// {@return whether every name is permitted, so that there is nothing to say in a certificate}
    boolean isAll() {
        return equals(ALL);
    }

    /// {@return whether a name is permitted; a wildcard stands below the name it is a wildcard of}
    boolean permits(DomainName name) {
        return zones.stream().anyMatch(name::isAtOrBelow);
    }

    /// {@return those of some names that are not permitted}
    List<DomainName> foreign(Collection<DomainName> names) {
        return names.stream().filter(name -> !permits(name)).toList();
    }

    /// {@return the zones in quotes, for people; not all if they are many}
    @Override
    public String toString() {
        var shown = zones.stream().limit(SHOWN).map(zone -> "'" + zone.display() + "'");
        var text = shown.collect(Collectors.joining(", "));
        return zones.size() > SHOWN ? "%s and %s more".formatted(text, zones.size() - SHOWN) : text;
    }
}
