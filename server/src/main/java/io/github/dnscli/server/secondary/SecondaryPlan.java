package io.github.dnscli.server.secondary;

import java.util.List;
import java.util.stream.Stream;

/// All that is wanted of a secondary.
///
/// @param zones the zones that come from elsewhere
/// @param discoveries the primaries that name zones themselves
/// @param settings how to go about it
/// @param store what keeps the zones
public record SecondaryPlan(
        List<SecondaryZone> zones,
        List<Discovery> discoveries,
        SecondarySettings settings,
        SecondaryStore store) {

    /// No zone comes from elsewhere.
    public static final SecondaryPlan NONE =
            new SecondaryPlan(
                    List.of(), List.of(), SecondarySettings.DEFAULT, SecondaryStore.MEMORY);

    /// Copies the lists.
    public SecondaryPlan {
        zones = List.copyOf(zones);
        discoveries = List.copyOf(discoveries);
    }

    /// {@return the same and one more zone}
    public SecondaryPlan with(SecondaryZone zone) {
        return new SecondaryPlan(and(zones, zone), discoveries, settings, store);
    }

    /// {@return the same and one more primary that names its zones}
    public SecondaryPlan with(Discovery discovery) {
        return new SecondaryPlan(zones, and(discoveries, discovery), settings, store);
    }

    /// {@return the same with other settings}
    public SecondaryPlan with(SecondarySettings others) {
        return new SecondaryPlan(zones, discoveries, others, store);
    }

    /// {@return the same with another store}
    public SecondaryPlan with(SecondaryStore other) {
        return new SecondaryPlan(zones, discoveries, settings, other);
    }

    private static <T> List<T> and(List<T> some, T more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
