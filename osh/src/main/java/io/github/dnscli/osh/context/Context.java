package io.github.dnscli.osh.context;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What commands are about that do not say it themselves.
///
/// @param server the server, as it is written behind `@`
/// @param key the key
/// @param zone the zone
public record Context(Optional<String> server, Optional<UsedKey> key, Optional<DomainName> zone) {

    /// Nothing.
    public static final Context NONE =
            new Context(Optional.empty(), Optional.empty(), Optional.empty());

    /// A key in use.
    ///
    /// @param word how commands are told of it: `@FILE` or `env:VARIABLE`, never the key itself
    /// @param key the key
    public record UsedKey(String word, TsigKey key) {

        /// {@return its name}
        public String name() {
            return key.name().display();
        }
    }

    /// {@return this with another server}
    public Context withServer(String other) {
        return new Context(Optional.of(other), key, zone);
    }

    /// {@return this with another key}
    public Context withKey(UsedKey other) {
        return new Context(server, Optional.of(other), zone);
    }

    /// {@return this with another zone}
    public Context withZone(DomainName other) {
        return new Context(server, key, Optional.of(other));
    }

    /// {@return whether there is nothing in it}
    public boolean isEmpty() {
        return equals(NONE);
    }

    /// {@return all of it as the prompt shows it: `example.com @192.0.2.1 (key x)`}
    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        zone.ifPresent(name -> parts.add(name.display()));
        server.ifPresent(address -> parts.add("@" + address));
        key.ifPresent(known -> parts.add("(key " + known.name() + ")"));
        return String.join(" ", parts);
    }

    /// {@return how it is said to `use`, in parts}
    public List<String> words() {
        var words = new ArrayList<String>();
        server.ifPresent(address -> words.add("@" + address));
        key.ifPresent(known -> words.addAll(List.of("key", known.word())));
        zone.ifPresent(name -> words.addAll(List.of("zone", name.display())));
        return words;
    }
}
