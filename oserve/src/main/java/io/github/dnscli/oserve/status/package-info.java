/// How a server stands, at one moment: [io.github.dnscli.oserve.status.StatusReport], and `oserve status`, which asks for it.
///
/// States, counts and events of a server go in; a report comes out, and that as text or JSON through a socket in the state
/// folder. No server is changed from here.
@NullMarked
package io.github.dnscli.oserve.status;

import org.jspecify.annotations.NullMarked;
