/// `oserve secondary`: a name server whose zones come from other servers, and what it keeps of them on the disk, so that it
/// serves them at once when it starts again.
///
/// A command line and zones go in; a running [Secondary] and files come out. How zones are fetched lives in
/// [io.github.dnscli.server.secondary].
@NullMarked
package io.github.dnscli.oserve.secondary;

import org.jspecify.annotations.NullMarked;
