package io.github.dnscli.ozone;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which files are parts of which others. Whatever a file's parts include is found from the file's own folder, as the reader
/// finds it.
final class Inclusions {

    /// Knows which file a name means.
    @FunctionalInterface
    interface Folder {

        /// {@return the file that a name means in the folder of another file}; empty if it can mean none
        Optional<String> beside(String file, String name);
    }

    private final Map<String, Set<String>> parts = new TreeMap<>();

    /// Finds out what is a part of what.
    ///
    /// @param names what each file includes, as it is written there
    Inclusions(Map<String, List<String>> names, Folder folder) {
        var all = new LinkedHashMap<String, Set<String>>();
        names.keySet().forEach(file -> all.put(file, parts(file, names, folder)));
        all.forEach(
                (file, itsParts) -> {
                    boolean isPart =
                            all.entrySet().stream()
                                    .anyMatch(
                                            other ->
                                                    other.getValue().contains(file)
                                                            && !itsParts.contains(other.getKey()));
                    if (!isPart) {
                        parts.put(file, itsParts);
                    }
                });
    }

    private static Set<String> parts(String whole, Map<String, List<String>> names, Folder folder) {
        var found = new HashSet<String>();
        var waiting = new ArrayDeque<>(List.of(whole));
        while (!waiting.isEmpty()) {
            for (String name : names.getOrDefault(waiting.poll(), List.of())) {
                folder.beside(whole, name).filter(found::add).ifPresent(waiting::add);
            }
        }
        return found;
    }

    /// {@return a file that this one is a part of, so that it is no zone of its own}; files that include each other in a
    /// ring are parts of nothing
    Optional<String> wholeOf(String file) {
        if (parts.containsKey(file)) {
            return Optional.empty();
        }
        // No stream: that of a TreeMap's entries writes a class for their order, each time a
        // program runs.
        for (var whole : parts.entrySet()) {
            if (whole.getValue().contains(file)) {
                return Optional.of(whole.getKey());
            }
        }
        return Optional.empty();
    }

    /// {@return the files that any of these are parts of}
    SortedSet<String> wholesOf(Collection<String> files) {
        var wholes = new TreeSet<String>();
        parts.forEach(
                (whole, itsParts) -> {
                    if (!Collections.disjoint(itsParts, files)) {
                        wholes.add(whole);
                    }
                });
        return wholes;
    }
}
