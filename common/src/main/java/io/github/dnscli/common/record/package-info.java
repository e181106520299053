/// What DNS data is made of.
///
/// [RecordTable] has one row of typed fields per RR type, and both forms of a record's data follow from that row:
/// the text of zone files and the octets of the wire. [RecordData] holds the octets; text enters through
/// [RecordData#parse] and leaves through [RecordData#text]. Types without a row are a case, not an error: their
/// data is opaque (RFC 3597). Octets that fit a type but that its text cannot say are kept, and written generically too.
/// [CanonicalForm] is what DNSSEC signs. What a record *means* for a zone is judged elsewhere.
@NullMarked
package io.github.dnscli.common.record;

import org.jspecify.annotations.NullMarked;
