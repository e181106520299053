/// Messages and their signatures, for clients and servers alike.
///
/// [Message] and its parts are values of ours. [MessageCodec] turns them into octets and back, by dnsjava's cursors,
/// which never show; [Signer] and [Verifier] work on the octets, since a signature is over what was sent. Octets of strangers end in a value, never in an exception. Nothing here opens a socket.
@NullMarked
package io.github.dnscli.common.wire;

import org.jspecify.annotations.NullMarked;
