package io.github.dnscli.certifier.challenge;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// Puts texts in a row that people still read.
final class Listing {

    private static final int MOST = 5;

    private Listing() {}

    /// {@return the first few of some texts, none twice, and how many more there are}
    static String of(Collection<String> texts, String separator) {
        var distinct = List.copyOf(texts).stream().distinct().toList();
        int more = distinct.size() - MOST;
        return Stream.concat(
                        distinct.stream().limit(MOST),
                        more > 0 ? Stream.of("and %s more".formatted(more)) : Stream.empty())
                .collect(joining(separator));
    }
}
