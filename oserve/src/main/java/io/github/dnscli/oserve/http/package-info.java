/// What a server shows by HTTP, when asked to: metrics, health, and an ear for web hooks of git hosts.
///
/// Reports and requests go in, texts and verdicts come out; [io.github.dnscli.oserve.http.HttpWindow] alone knows sockets.
@NullMarked
package io.github.dnscli.oserve.http;

import org.jspecify.annotations.NullMarked;
