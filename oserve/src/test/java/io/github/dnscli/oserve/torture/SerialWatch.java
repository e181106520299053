package io.github.dnscli.oserve.torture;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sees serials in the order in which somebody sees them, and remembers where one went back. Used by one thread.
final class SerialWatch {

    private final String who;
    private final Map<DomainName, Serial> last = new HashMap<>();
    private final List<String> steps = new ArrayList<>();
    private int seen;

    SerialWatch(String who) {
        this.who = who;
    }

    void see(DomainName zone, Serial serial) {
        seen++;
        var before = Optional.ofNullable(last.put(zone, serial));
        if (before.filter(old -> old.isNewerThan(serial)).isPresent()) {
            steps.add("%s saw %s go from %s to %s".formatted(who, zone, before.get(), serial));
        }
    }

    /// {@return where serials went back}
    List<String> steps() {
        return steps;
    }

    int seen() {
        return seen;
    }
}
