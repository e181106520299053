/// What the server tells those who embed it: events to listeners, and counts to whoever asks.
@NullMarked
package io.github.dnscli.server.event;

import org.jspecify.annotations.NullMarked;
