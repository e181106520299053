package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.zone.RecordColumns;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where the records of some names go in a file: behind the last record of the name itself, or of the nearest name before it
/// in canonical order (RFC 4034 §6.1). One look at each name of the file serves them all.
final class Anchors {

    /// A name of the file, and its last record that stands in the file itself.
    private record Anchor(DomainName name, int last) {}

    private final ZoneFile file;
    private final RecordColumns columns;
    private final TreeMap<DomainName, Optional<Anchor>> nearest = new TreeMap<>();

    private Anchors(ZoneFile file) {
        this.file = file;
        this.columns = file.columns();
    }

    static Anchors of(ZoneFile file, Collection<DomainName> names) {
        var anchors = new Anchors(file);
        names.forEach(name -> anchors.nearest.put(name, anchors.anchor(name)));
        if (anchors.nearest.containsValue(Optional.<Anchor>empty())) {
            anchors.lookAtAllNames();
            anchors.handOn();
        }
        return anchors;
    }

    /// {@return the number of the record behind which those of a name go; how many there are if they go to the end of the
    /// file}
    int behind(DomainName name) {
        return nearest.getOrDefault(name, Optional.empty())
                .map(Anchor::last)
                .orElse(columns.size());
    }

    private Optional<Anchor> anchor(DomainName name) {
        int number = columns.find(name);
        return number == RecordColumns.NONE ? Optional.empty() : anchor(number, name);
    }

    private Optional<Anchor> anchor(int number, DomainName name) {
        int last = RecordColumns.NONE;
        for (int i = columns.first(number); i != RecordColumns.NONE; i = columns.next(i)) {
            last = file.isWrittenHere(i) ? i : last;
        }
        return last == RecordColumns.NONE ? Optional.empty() : Optional.of(new Anchor(name, last));
    }

    private void lookAtAllNames() {
        for (int number = 0; number < columns.nameCount(); number++) {
            if (columns.first(number) != RecordColumns.NONE) {
                offer(number, columns.name(number));
            }
        }
    }

    /// A name is offered to the first that comes behind it, which hands it on.
    private void offer(int number, DomainName name) {
        var wanting = nearest.ceilingEntry(name);
        if (wanting != null && isNearer(name, wanting)) {
            anchor(number, name).ifPresent(a -> nearest.put(wanting.getKey(), Optional.of(a)));
        }
    }

    private static boolean isNearer(
            DomainName name, Map.Entry<DomainName, Optional<Anchor>> wanting) {
        return wanting.getValue().filter(a -> a.name().compareTo(name) >= 0).isEmpty();
    }

    private void handOn() {
        Optional<Anchor> before = Optional.empty();
        for (var entry : nearest.entrySet()) {
            if (entry.getValue().isEmpty()) {
                entry.setValue(before);
            }
            before = entry.getValue();
        }
    }
}
