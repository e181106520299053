package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Ttl;
import java.util.Optional;

/// What a reader knows before it reads.
///
/// @param origin the zone's name: the origin until the first `$ORIGIN`
/// @param defaultTtl the TTL until the first `$TTL`; when empty, records without one are reported
public record ReaderOptions(DomainName origin, Optional<Ttl> defaultTtl) {

    /// {@return the options for a zone file}
    public static ReaderOptions forZone(DomainName origin) {
        return new ReaderOptions(origin, Optional.empty());
    }

    /// {@return the same with a TTL for records that say none}
    public ReaderOptions withDefaultTtl(Ttl ttl) {
        return new ReaderOptions(origin, Optional.of(ttl));
    }
}
