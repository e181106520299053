package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Ttl;
import java.util.Optional;
import java.util.function.IntConsumer;

/// What a reader knows before it reads.
///
/// @param origin the zone's name: the origin until the first `$ORIGIN`
/// @param defaultTtl the TTL until the first `$TTL`; when empty, records without one are reported
/// @param includes opens the files that the text includes
/// @param pace hears now and then of how many more records have been read; not of the last few, and so not at all of a
///     small text
public record ReaderOptions(
        DomainName origin, Optional<Ttl> defaultTtl, Includes includes, IntConsumer pace) {

    /// {@return the options for a zone file that includes no others}
    public static ReaderOptions forZone(DomainName origin) {
        return new ReaderOptions(
                origin,
                Optional.empty(),
                Includes.none("cannot be included into this text"),
                _ -> {});
    }

    /// {@return the same with a TTL for records that say none}
    public ReaderOptions withDefaultTtl(Ttl ttl) {
        return new ReaderOptions(origin, Optional.of(ttl), includes, pace);
    }

    /// {@return the same with files to include}
    public ReaderOptions withIncludes(Includes others) {
        return new ReaderOptions(origin, defaultTtl, others, pace);
    }

    /// {@return the same with one who hears how fast reading goes}
    public ReaderOptions withPace(IntConsumer listener) {
        return new ReaderOptions(origin, defaultTtl, includes, listener);
    }
}
