package io.github.dnscli.ozone;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Which files are parts of which others.
final class Includes {

    private final Map<String, Set<String>> includers = new HashMap<>();

    /// Notes that a file includes another.
    void add(String file, String included) {
        includers.computeIfAbsent(included, _ -> new LinkedHashSet<>()).add(file);
    }

    /// {@return a file that this one is a part of, so that it is no zone of its own}; files that include each other in a
    /// ring are parts of nothing
    Optional<String> wholeOf(String file) {
        return wholesOf(List.of(file)).stream().filter(whole -> !whole.equals(file)).findFirst();
    }

    /// {@return the files that include any of these, by whatever detours, and are parts of no other}
    SortedSet<String> wholesOf(Collection<String> files) {
        var wholes = new TreeSet<String>();
        var waiting = new ArrayDeque<>(files);
        var seen = new HashSet<>(files);
        while (!waiting.isEmpty()) {
            String file = waiting.poll();
            var above = includers.getOrDefault(file, Set.of());
            if (above.isEmpty()) {
                wholes.add(file);
            }
            above.stream().filter(seen::add).forEach(waiting::add);
        }
        return wholes;
    }
}
