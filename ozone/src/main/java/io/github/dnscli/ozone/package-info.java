/// Checks zone files: alone, and against the files they follow.
///
/// File names enter, lines and an exit status leave. The rules themselves live in `common.check`; here they meet files.
/// Nothing here opens a socket.
@NullMarked
package io.github.dnscli.ozone;

import org.jspecify.annotations.NullMarked;
