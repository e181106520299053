package io.github.dnscli.certifier;

import io.github.dnscli.common.zone.Zone;
import java.util.Collection;

/// Where the zones to watch are, such as a name server in the same process: `() -> server.state().zones().values()`.
@FunctionalInterface
public interface ZoneSource {

    /// {@return the zones as they are right now}; a zone that has not changed since is the same object. Costs next to
    /// nothing. A zone that is not to be had at the moment is left out, and nothing is concluded from that.
    Collection<Zone> zones();
}
