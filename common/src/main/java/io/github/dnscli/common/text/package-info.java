/// The zone-file language (RFC 1035 §5, RFC 2308 §4, RFC 3597 §5), in and out, with places.
///
/// A [Source] enters; a [ZoneFile] leaves, with every record, where it stands, and what is wrong with the rest:
/// [ZoneReader] never throws on bad text. [ZoneWriter] makes new text from record sets, [ZoneEditor] changes the text
/// that is there and leaves alone what it need not touch. What the records mean for a zone is judged elsewhere, and
/// nothing here opens a file other than the one it is asked to.
@NullMarked
package io.github.dnscli.common.text;

import org.jspecify.annotations.NullMarked;
