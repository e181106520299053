/// What answers depend on, as values: the zones served, whence they come, the keys, the rights and the settings; who
/// asked, and what changed. No behaviour beyond look-ups, no sockets and no threads ever live here.
@NullMarked
package io.github.dnscli.server.state;

import org.jspecify.annotations.NullMarked;
