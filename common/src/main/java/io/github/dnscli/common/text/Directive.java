package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Ttl;

/// A control entry that has been understood (RFC 1035 §5.1, RFC 2308 §4).
public sealed interface Directive {

    /// {@return the first octet of its first line in the source}
    int start();

    /// `$ORIGIN`: completes the names behind it.
    ///
    /// @param start the first octet of its first line
    /// @param origin the name, absolute
    record Origin(int start, DomainName origin) implements Directive {}

    /// `$TTL`: the TTL of the records behind it that say none.
    ///
    /// @param start the first octet of its first line
    /// @param ttl the TTL
    record DefaultTtl(int start, Ttl ttl) implements Directive {}
}
