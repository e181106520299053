/// Zones that come from elsewhere: when to ask for them, what to make of the answers, and when to stop serving them.
///
/// [ZoneWatch] decides, for one zone: a pure state machine into which events go ([ZoneEvent]: time has passed, a server
/// has answered, failed, or says that something is new) and out of which come actions ([ZoneAction]). It knows no clock, no
/// socket and no thread. [Secondaries] is the shell around it: it owns the timers, the connections and the turns.
/// What embeds the server sees [SecondaryZone], [Discovery], [SecondarySettings] and [SecondaryStore]; no files live here.
@NullMarked
package io.github.dnscli.server.secondary;

import org.jspecify.annotations.NullMarked;
