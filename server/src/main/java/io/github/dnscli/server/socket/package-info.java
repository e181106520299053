/// The sockets that requests come in by, with the bounds that keep strangers from using them up. What a packet means
/// never matters here.
@NullMarked
package io.github.dnscli.server.socket;

import org.jspecify.annotations.NullMarked;
