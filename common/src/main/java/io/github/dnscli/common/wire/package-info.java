/// Messages and their signatures, for clients and servers alike.
///
/// [Message] and its parts are values of ours; dnsjava turns them into octets and back inside this package and
/// never shows. Octets of strangers end in a value, never in an exception. Nothing here opens a socket.
@NullMarked
package io.github.dnscli.common.wire;

import org.jspecify.annotations.NullMarked;
