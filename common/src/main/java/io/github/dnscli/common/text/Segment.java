package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;

/// A run of records that were read under the same circumstances.
///
/// @param first the number of its first record
/// @param source the text they stand in
/// @param origin the origin in force
/// @param ttl what is in force for TTLs at its beginning; not to be changed
/// @param isGenerated whether they are made by a `$GENERATE`, which is then where they stand
record Segment(int first, Source source, DomainName origin, TtlInForce ttl, boolean isGenerated) {}
