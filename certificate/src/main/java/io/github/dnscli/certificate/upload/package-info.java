/// Puts signing requests into the DNS, by signed updates.
///
/// An [io.github.dnscli.common.request.Exchange] with a server, a key and a request enter, and an
/// [io.github.dnscli.certificate.upload.Upload] leaves: the request stands at the place of each of its names, or why it
/// does not. Aliases are followed, what others put there is left alone, and nothing is changed that has changed since one
/// looked. No socket is opened here, and nobody waits for the answer.
@NullMarked
package io.github.dnscli.certificate.upload;

import org.jspecify.annotations.NullMarked;
