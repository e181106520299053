package io.github.dnscli.certifier.challenge;

import static java.util.stream.Collectors.joining;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.transport.ServerAddress;
import java.util.ArrayList;
import java.util.List;

/// A name and the aliases that lead on from it (RFC 1034 §3.6.2, RFC 6672).
///
/// @param start the name
/// @param hops one after the other; none if the name is no alias
public record AliasChain(DomainName start, List<Hop> hops) {

    /// A step from one name to the next.
    ///
    /// @param target the next name
    /// @param type CNAME or DNAME
    /// @param by which server says so
    public record Hop(DomainName target, RecordType type, ServerAddress by) {}

    /// Copies the list.
    public AliasChain {
        hops = List.copyOf(hops);
    }

    /// {@return a name that no alias is known of}
    static AliasChain of(DomainName start) {
        return new AliasChain(start, List.of());
    }

    /// {@return the chain with one hop more}
    AliasChain and(Hop hop) {
        var more = new ArrayList<>(hops);
        more.add(hop);
        return new AliasChain(start, more);
    }

    /// {@return the name it leads to}
    public DomainName end() {
        return hops.isEmpty() ? start : hops.getLast().target();
    }

    /// {@return whether a name is in it}
    boolean passes(DomainName name) {
        return start.equals(name) || hops.stream().anyMatch(hop -> hop.target().equals(name));
    }

    /// {@return the chain in words, such as `'a.example' -> 'b.example' (CNAME by 192.0.2.1#53)`}
    public String text() {
        return "'%s'".formatted(start.display())
                + hops.stream().map(AliasChain::text).collect(joining());
    }

    private static String text(Hop hop) {
        return " -> '%s' (%s by %s)".formatted(hop.target().display(), hop.type(), hop.by());
    }
}
