package io.github.dnscli.ozone;

import io.github.dnscli.common.check.Circumstances;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.ZoneFile;
import io.github.dnscli.common.zone.Zone;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The other zones of a run, of a folder, of a repository. Each is read when a rule first asks about a name in it; which
/// there are, when a rule first asks at all.
final class ZonesAtHand implements Circumstances.Neighbours {

    private final Selection selection;
    private final Map<DomainName, Optional<Zone>> read = new ConcurrentHashMap<>();
    private Optional<Map<DomainName, FileText>> files = Optional.empty();

    ZonesAtHand(Selection selection) {
        this.selection = selection;
    }

    @Override
    public Optional<Zone> zoneOf(DomainName name) {
        for (int labels = name.labelCount(); labels > 0; labels--) {
            var zone = read.computeIfAbsent(name.suffix(labels), this::read);
            if (zone.isPresent()) {
                return zone;
            }
        }
        return Optional.empty();
    }

    private Optional<Zone> read(DomainName origin) {
        var file = Optional.ofNullable(files().get(origin));
        try {
            return file.isPresent() ? zone(file.get().read(origin)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty(); // whoever names this file is told
        }
    }

    private static Optional<Zone> zone(ZoneFile file) {
        var zone = file.zone();
        return zone.recordSet(zone.origin(), RecordType.SOA).map(_ -> zone);
    }

    private synchronized Map<DomainName, FileText> files() {
        if (files.isEmpty()) {
            files = Optional.of(find());
        }
        return files.get();
    }

    private Map<DomainName, FileText> find() {
        try {
            return selection.zones();
        } catch (IOException _) {
            return Map.of(); // advice that needs them is not given, then
        }
    }
}
