package io.github.dnscli.certifier.ledger;

import io.github.dnscli.common.name.DomainName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where a request was seen last, and what was said to it.
///
/// @param places the names that own the records it was seen among, the first [#MOST_PLACES]
/// @param refusal why it gets nothing, for people
/// @param withdrawn since when it is gone from all its places
public record Whereabouts(
        List<DomainName> places, Optional<String> refusal, Optional<Instant> withdrawn) {

    /// How many places are remembered of one request: whoever puts it into more of them has them all the same.
    static final int MOST_PLACES = 50;

    /// Copies the list.
    public Whereabouts {
        places = places.stream().limit(MOST_PLACES).toList();
    }

    /// {@return that a request stands in some places, and is not refused}
    static Whereabouts granted(List<DomainName> places) {
        return new Whereabouts(places, Optional.empty(), Optional.empty());
    }

    /// {@return that a request stands in some places, and is refused}
    static Whereabouts refused(List<DomainName> places, String reason) {
        return new Whereabouts(places, Optional.of(reason), Optional.empty());
    }

    /// {@return the same, gone}
    Whereabouts withdrawn(Instant since) {
        return new Whereabouts(places, refusal, Optional.of(since));
    }
}
