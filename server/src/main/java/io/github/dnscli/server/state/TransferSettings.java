package io.github.dnscli.server.state;

import io.github.dnscli.common.key.TransferKeyName;
import io.github.dnscli.common.name.DomainName;
import java.util.HashSet;
import java.util.Set;

/// How zones are handed out.
///
/// @param history how many records of changes are kept for each zone, for clients that ask for differences; never more
///     than the zone has names, but [#LEAST_HISTORY] in any case; 0 keeps none
/// @param ocamlKeys the names of keys whose holders speak the dialect of OCaml's servers, see [#isOcaml]
public record TransferSettings(int history, Set<DomainName> ocamlKeys) {

    /// A hundred thousand records are kept; only the names of keys tell who speaks OCaml's dialect.
    public static final TransferSettings DEFAULT = new TransferSettings(100_000, Set.of());

    /// How much is remembered of even the smallest zone, in records.
    public static final int LEAST_HISTORY = 1000;

    /// Copies the set.
    public TransferSettings {
        if (history < 0) {
            throw new IllegalArgumentException("a history cannot have " + history + " records");
        }
        ocamlKeys = Set.copyOf(ocamlKeys);
    }

    /// {@return the same with another bound for what is kept of changes}
    public TransferSettings withHistory(int records) {
        return new TransferSettings(records, ocamlKeys);
    }

    /// {@return the same with one more key whose holder speaks the dialect of OCaml's servers}
    public TransferSettings withOcamlKey(DomainName key) {
        var more = new HashSet<>(ocamlKeys);
        more.add(key);
        return new TransferSettings(history, more);
    }

    /// {@return whether the holder of a key speaks the dialect of OCaml's servers}: it wants a question and a signature
    /// over the request's in every message, and differences in one message. Nothing in its requests tells; so it is
    /// told by a setting, or by a key that has addresses in its name, which is how those servers find each other.
    public boolean isOcaml(DomainName key) {
        return ocamlKeys.contains(key)
                || TransferKeyName.of(key).filter(name -> name.primary().isPresent()).isPresent();
    }
}
