package io.github.dnscli.gitstore;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import io.github.dnscli.gitstore.commit.CommitText;
import io.github.dnscli.gitstore.commit.EditGroups;
import io.github.dnscli.gitstore.merge.Replay;
import io.github.dnscli.gitstore.merge.ZoneEdit;
import io.github.dnscli.gitstore.repository.NewCommit;
import io.github.dnscli.gitstore.repository.Revision;
import io.github.dnscli.gitstore.repository.ZoneRepository;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Makes commits of acknowledged changes, one on top of the other: the text of each zone is edited in place, and the last
/// commit that touches a zone makes it exactly what is served.
final class CommitChain {

    /// What was made.
    ///
    /// @param head the last commit
    /// @param idle the numbers of edits that changed nothing
    record Made(Revision head, Set<Long> idle) {

        /// Copies the numbers.
        Made {
            idle = Set.copyOf(idle);
        }
    }

    /// How the zones shall be.
    ///
    /// @param starts as they are in the commit to begin with
    /// @param targets as they shall be in the last
    /// @param files the names of their files
    record Zones(
            Map<DomainName, Zone> starts,
            Map<DomainName, Zone> targets,
            Map<DomainName, String> files) {}

    private final ZoneRepository repository;
    private final String journal;
    private final Consumer<GitEvent> listener;
    private final Zones zones;
    private final TextEdits texts;
    private final Map<DomainName, Zone> current;
    private final Set<Long> idle = new HashSet<>();
    private Revision head;

    private CommitChain(
            ZoneRepository repository,
            String journal,
            Consumer<GitEvent> listener,
            Revision base,
            Zones zones) {
        this.repository = repository;
        this.journal = journal;
        this.listener = listener;
        this.head = base;
        this.zones = zones;
        this.texts = new TextEdits(repository, listener);
        this.current = new HashMap<>(zones.starts());
    }

    /// Makes the commits; no branch moves.
    ///
    /// @param journal the id of the journal that numbers the edits
    /// @param listener is told of each commit
    /// @param base the commit to begin with
    /// @param edits of zones that are among those given
    static Made make(
            ZoneRepository repository,
            String journal,
            Consumer<GitEvent> listener,
            Revision base,
            Zones zones,
            List<ZoneEdit> edits)
            throws IOException {
        var chain = new CommitChain(repository, journal, listener, base, zones);
        chain.make(EditGroups.of(edits).edits());
        return new Made(chain.head, chain.idle);
    }

    private void make(List<List<ZoneEdit>> groups) throws IOException {
        var serials = serials(groups);
        for (int i = 0; i < groups.size(); i++) {
            make(groups.get(i), zonesOf(groups.subList(i + 1, groups.size())), serials);
        }
    }

    private static Set<DomainName> zonesOf(List<List<ZoneEdit>> groups) {
        var origins = new LinkedHashSet<DomainName>();
        groups.forEach(group -> group.forEach(edit -> origins.add(edit.zone())));
        return origins;
    }

    /// {@return for each zone the last serials of its groups, in ascending order}
    private static Map<DomainName, List<Serial>> serials(List<List<ZoneEdit>> groups) {
        var serials = new HashMap<DomainName, List<Serial>>();
        for (var group : groups) {
            var last = new HashMap<DomainName, Serial>();
            group.forEach(edit -> last.put(edit.zone(), edit.after()));
            last.forEach(
                    (zone, serial) ->
                            serials.computeIfAbsent(zone, _ -> new ArrayList<>()).add(serial));
        }
        serials.values()
                .forEach(list -> list.sort((a, b) -> a.equals(b) ? 0 : a.isNewerThan(b) ? 1 : -1));
        return serials;
    }

    private void make(
            List<ZoneEdit> group, Set<DomainName> later, Map<DomainName, List<Serial>> serials)
            throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        var parts = new ArrayList<CommitText.ZonePart>();
        for (var origin : zonesOf(List.of(group))) {
            var before = current(origin);
            var free = serials.getOrDefault(origin, List.of()).removeFirst();
            var after =
                    later.contains(origin) ? between(origin, before, group, free) : target(origin);
            var diff = ZoneDiff.between(before, after);
            if (!diff.isEmpty()) {
                String file = file(origin);
                files.put(file, texts.edited(head, file, after, diff));
                parts.add(part(before, after, diff));
                current.put(origin, after);
            }
        }
        commit(group, files, parts);
    }

    private Zone current(DomainName origin) {
        return known(current, origin);
    }

    private Zone target(DomainName origin) {
        return known(zones.targets(), origin);
    }

    private String file(DomainName origin) {
        return known(zones.files(), origin);
    }

    private static <T> T known(Map<DomainName, T> map, DomainName origin) {
        var value = map.get(origin);
        if (value == null) {
            throw new IllegalArgumentException("not a zone of the commit: " + origin);
        }
        return value;
    }

    /// {@return a zone with the changes of one group, under a serial between those of the commits around it}
    private Zone between(DomainName origin, Zone before, List<ZoneEdit> group, Serial wanted) {
        var own = group.stream().filter(edit -> edit.zone().equals(origin)).toList();
        var after = Replay.of(before, own).zone();
        if (after.equals(before)) {
            return before;
        }
        boolean fits =
                wanted.isNewerThan(serial(before)) && serial(target(origin)).isNewerThan(wanted);
        return after.withSerial(fits ? wanted : serial(before).next());
    }

    private static Serial serial(Zone zone) {
        return zone.serial().orElseThrow();
    }

    private static CommitText.ZonePart part(Zone before, Zone after, ZoneDiff diff) {
        return new CommitText.ZonePart(
                after.origin(),
                serial(before),
                serial(after),
                withoutStart(diff.removed()),
                withoutStart(diff.added()));
    }

    private static List<ResourceRecord> withoutStart(List<ResourceRecord> records) {
        return records.stream().filter(record -> !record.type().equals(RecordType.SOA)).toList();
    }

    private void commit(
            List<ZoneEdit> group, Map<String, byte[]> files, List<CommitText.ZonePart> parts)
            throws IOException {
        if (files.isEmpty()) {
            group.forEach(edit -> idle.add(edit.number()));
            return;
        }
        var key = group.getFirst().key();
        var text = CommitText.of(journal, group, parts).text();
        head = repository.commit(new NewCommit(head, files, key.display(), text, Instant.now()));
        var origins = parts.stream().map(CommitText.ZonePart::zone).toList();
        listener.accept(new GitEvent.Committed(head, key, origins, group.size()));
    }
}
