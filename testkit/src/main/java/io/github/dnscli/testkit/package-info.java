/// The other side of a test: a [ScriptedPeer] that does exactly what a test says, and real servers, which do what a
/// [ServerPlan] says, each alone on loopback ports and in a temporary folder of its own, gone when closed.
///
/// A [Peer] that is not installed skips its tests aloud, or fails them where the build says that peers are required.
@NullMarked
package io.github.dnscli.testkit;

import org.jspecify.annotations.NullMarked;
