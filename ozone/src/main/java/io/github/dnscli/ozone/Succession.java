package io.github.dnscli.ozone;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.text.FileRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out which new file takes the place of which one that is gone: that of the same zone, wherever it lies now.
final class Succession {

    private final Map<DomainName, List<Candidate>> gone = new HashMap<>();

    private Succession() {}

    /// {@return the items, those that are gone and have a successor being its predecessor}
    static List<Item> of(List<Item> items) {
        var succession = new Succession();
        items.forEach(succession::collectGone);
        var followed = items.stream().map(succession::follow).toList();
        return followed.stream().filter(succession::isLeft).toList();
    }

    private void collectGone(Item item) {
        if (item instanceof Candidate file && file.now().isEmpty()) {
            zone(file)
                    .ifPresent(
                            zone -> gone.computeIfAbsent(zone, _ -> new ArrayList<>()).add(file));
        }
    }

    private Item follow(Item item) {
        if (item instanceof Candidate file
                && file.now().isPresent()
                && file.before() instanceof Candidate.Absent) {
            var left = zone(file).map(gone::get).orElse(List.of());
            return left.isEmpty()
                    ? file
                    : new Candidate(
                            file.file(), file.named(), file.now(), left.removeFirst().before());
        }
        return item;
    }

    private boolean isLeft(Item item) {
        return !(item instanceof Candidate file)
                || file.now().isPresent()
                || zone(file)
                        .map(zone -> gone.getOrDefault(zone, List.of()).contains(file))
                        .orElse(true);
    }

    private static Optional<DomainName> zone(Candidate file) {
        return FileRole.of(file.fileName().text()) instanceof FileRole.ZoneText(var origin)
                ? Optional.of(origin)
                : Optional.empty();
    }
}
