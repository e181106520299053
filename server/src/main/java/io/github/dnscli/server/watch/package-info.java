/// How events and counts reach those who embed the server: in order and bounded, without a thread of the server ever
/// waiting for them. What an event means never matters here.
@NullMarked
package io.github.dnscli.server.watch;

import org.jspecify.annotations.NullMarked;
