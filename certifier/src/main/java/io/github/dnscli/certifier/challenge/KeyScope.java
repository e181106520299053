package io.github.dnscli.certifier.challenge;

import static java.util.stream.Collectors.joining;

import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.common.key.KeyName;
import io.github.dnscli.common.key.KeyOperation;
import io.github.dnscli.common.name.DomainName;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/// What the names of keys say of the names they may change. A key whose name says nothing may be for all.
final class KeyScope {

    /// Less than the root, which a key can speak of.
    private static final int SAYS_NOTHING = -1;

    private KeyScope() {}

    /// {@return the servers whose keys may be for a name, those first that speak of it most closely, else in their order}
    static List<PrimaryServer> fitting(List<PrimaryServer> servers, DomainName name) {
        return servers.stream()
                .filter(server -> closeness(server, name).isPresent())
                .sorted(Comparator.comparingInt(server -> -closeness(server, name).orElseThrow()))
                .toList();
    }

    private static OptionalInt closeness(PrimaryServer server, DomainName name) {
        var said = KeyName.of(server.key().name());
        if (said.isEmpty()) {
            return OptionalInt.of(SAYS_NOTHING);
        }
        var scope = said.get();
        return scope.operation().equals(KeyOperation.UPDATE) && name.isAtOrBelow(scope.zone())
                ? OptionalInt.of(scope.zone().labelCount())
                : OptionalInt.empty();
    }

    /// {@return which keys there are and what they cover, for people}
    static String words(List<PrimaryServer> servers) {
        return servers.stream().map(KeyScope::words).distinct().collect(joining(", "));
    }

    private static String words(PrimaryServer server) {
        return "key '%s' for server %s %s"
                .formatted(
                        server.key().name().display(),
                        server.address(),
                        KeyName.of(server.key().name())
                                .map(KeyScope::words)
                                .orElse("names no zone"));
    }

    private static String words(KeyName scope) {
        return (scope.operation().equals(KeyOperation.UPDATE)
                        ? "covers '%s'"
                        : "may only %2$s '%1$s'")
                .formatted(scope.zone().display(), scope.operation().word());
    }
}
