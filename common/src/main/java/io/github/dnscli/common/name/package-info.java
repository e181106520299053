/// Domain names.
///
/// Text or wire octets enter, immutable [DomainName]s leave; text that is no name leaves as
/// [ParsedName.Invalid] with the reason and the position. Nothing here looks a name up.
@NullMarked
package io.github.dnscli.common.name;

import org.jspecify.annotations.NullMarked;
