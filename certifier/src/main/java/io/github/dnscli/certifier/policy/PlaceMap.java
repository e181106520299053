package io.github.dnscli.certifier.policy;

import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.zone.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All places of all zones watched.
///
/// What has not changed is taken over from the map before: zones by what differs, places whole.
public final class PlaceMap {

    /// The map of no zone.
    public static final PlaceMap EMPTY = new PlaceMap(Map.of(), Map.of(), List.of());

    private final Map<DomainName, ZoneScan> scans;
    private final Map<DomainName, Place> places;
    private final List<LostAlias> lost;

    private PlaceMap(
            Map<DomainName, ZoneScan> scans, Map<DomainName, Place> places, List<LostAlias> lost) {
        this.scans = scans;
        this.places = places;
        this.lost = lost;
    }

    /// {@return the places of zones; this very map if none of the zones is another than it was}
    public PlaceMap next(Collection<Zone> zones) {
        var next = new LinkedHashMap<DomainName, ZoneScan>();
        boolean same = zones.size() == scans.size();
        for (var zone : zones) {
            var known = Optional.ofNullable(scans.get(zone.origin()));
            same &= known.filter(scan -> isSame(scan.zone(), zone)).isPresent();
            next.put(
                    zone.origin(),
                    known.map(scan -> scan(scan, zone)).orElseGet(() -> ZoneScan.of(zone)));
        }
        return same ? this : new Drawing(next, places).map();
    }

    private static ZoneScan scan(ZoneScan known, Zone zone) {
        return isSame(known.zone(), zone) ? known : known.next(zone);
    }

    /// Zones are immutable: what is not the same object was changed.
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Zone one, Zone other) {
        return one == other;
    }

    /// A map in the making.
    private static final class Drawing {

        private record Spot(DomainName zone, RecordSet records, Set<DomainName> hosts) {}

        private final Map<DomainName, ZoneScan> scans;
        private final Map<DomainName, Place> known;
        private final Map<DomainName, Spot> spots = new LinkedHashMap<>();
        private final List<LostAlias> lost = new ArrayList<>();

        Drawing(Map<DomainName, ZoneScan> scans, Map<DomainName, Place> known) {
            this.scans = scans;
            this.known = known;
        }

        PlaceMap map() {
            var walk = new AliasWalk(scans);
            for (var scan : scans.values()) {
                scan.sets().values().stream()
                        .filter(set -> hasItsSay(walk, scan, set))
                        .forEach(set -> spot(scan.zone().origin(), set, set.owner()));
            }
            for (var scan : scans.values()) {
                scan.aliases().values().stream()
                        .filter(set -> hasItsSay(walk, scan, set))
                        .forEach(set -> follow(walk, set));
            }
            var places = new LinkedHashMap<DomainName, Place>();
            spots.forEach((owner, spot) -> places.put(owner, place(owner, spot)));
            return new PlaceMap(scans, places, List.copyOf(lost));
        }

        /// A zone below has its say even where nothing delegates to it: its records are those that are answered.
        private static boolean hasItsSay(AliasWalk walk, ZoneScan scan, RecordSet set) {
            return walk.zoneOf(set.owner())
                    .filter(zone -> zone.origin().equals(scan.zone().origin()))
                    .isPresent();
        }

        private void follow(AliasWalk walk, RecordSet alias) {
            switch (walk.follow(alias)) {
                case AliasWalk.End.Found(var zone, var records) ->
                        spot(zone, records, alias.owner());
                case AliasWalk.End.Empty _ -> {}
                case AliasWalk.End.Lost(var problem) ->
                        lost.add(new LostAlias(alias.owner(), problem));
            }
        }

        private void spot(DomainName zone, RecordSet records, DomainName service) {
            ServiceName.ofOwner(service)
                    .ifPresent(
                            name ->
                                    spots.computeIfAbsent(
                                                    records.owner(),
                                                    _ ->
                                                            new Spot(
                                                                    zone,
                                                                    records,
                                                                    new LinkedHashSet<>()))
                                            .hosts()
                                            .add(name.host()));
        }

        private Place place(DomainName owner, Spot spot) {
            var hosts = List.copyOf(spot.hosts());
            var old = Optional.ofNullable(known.get(owner)).map(Place::content);
            var content =
                    old.filter(one -> one.records().equals(spot.records()))
                            .orElseGet(() -> new PlaceContent(spot.records(), old));
            return Optional.ofNullable(known.get(owner))
                    .filter(place -> isSame(place, spot.zone(), hosts, content))
                    .orElseGet(() -> new Place(spot.zone(), hosts, content));
        }

        private static boolean isSame(
                Place place, DomainName zone, List<DomainName> hosts, PlaceContent content) {
            return place.content().equals(content)
                    && place.zone().equals(zone)
                    && place.hosts().equals(hosts);
        }
    }

    /// {@return the places, those of one zone together and in canonical order, then those that only aliases lead to}
    public List<Place> places() {
        return List.copyOf(places.values());
    }

    /// {@return the place that a name is now}
    public Optional<Place> place(DomainName owner) {
        return Optional.ofNullable(places.get(owner));
    }

    /// {@return whether one of the zones has its say about a name}
    public boolean sees(DomainName name) {
        return new AliasWalk(scans).zoneOf(name).isPresent();
    }

    /// {@return the aliases that lead nowhere}
    public List<LostAlias> lost() {
        return lost;
    }
}
