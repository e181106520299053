/// TSIG keys, in every spelling in which people hold them, and the rights that go with their names.
///
/// Secrets enter as text and leave only through [TsigKey#secret()], for signing; no `toString` and no message shows
/// them. Nothing here reads a file: the text of key files comes from the edge.
@NullMarked
package io.github.dnscli.common.key;

import org.jspecify.annotations.NullMarked;
