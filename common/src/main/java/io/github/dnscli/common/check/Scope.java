package io.github.dnscli.common.check;

import io.github.dnscli.common.name.DomainName;
import java.util.Set;

/// Which names of a zone are to be judged.
public sealed interface Scope {

    /// All of them.
    record Whole() implements Scope {}

    /// Those that a change has touched, so that judging it costs its own size and not the zone's.
    ///
    /// @param names at or below the zone's origin; some may have no records any more
    record Touched(Set<DomainName> names) implements Scope {

        /// Copies the names.
        public Touched {
            names = Set.copyOf(names);
        }
    }

    /// The scope of all names.
    Scope WHOLE = new Whole();
}
