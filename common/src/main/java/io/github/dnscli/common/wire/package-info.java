/// Messages and their signatures, for clients and servers alike.
///
/// [Message] and its parts are values. [MessageCodec] turns them into octets and back; [Signer] and [Verifier] work on the
/// octets, since a signature is over what was sent. Octets of strangers end in a value, never in an exception. Nothing
/// here opens a socket.
@NullMarked
package io.github.dnscli.common.wire;

import org.jspecify.annotations.NullMarked;
