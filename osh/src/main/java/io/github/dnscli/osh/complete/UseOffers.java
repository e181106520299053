package io.github.dnscli.osh.complete;

import java.util.List;
import java.util.stream.Stream;

/// What can be said to `use`.
///
/// @param around what there is
record UseOffers(Surroundings around) {

    /// {@return what the word at the end can become}
    ///
    /// @param before the words between `use` and it
    List<Offer> of(List<String> before, String begun) {
        var values = new ValueOffers(around);
        return switch (before.isEmpty() ? "" : before.getLast()) {
            case "key" -> values.keys(begun);
            case "zone" -> ValueOffers.beginning(begun, values.zones());
            default -> ValueOffers.beginning(begun, words(before, values));
        };
    }

    private static Stream<Offer> words(List<String> before, ValueOffers values) {
        var words =
                Stream.of(
                                Offer.of("key", "words", "sign with this key"),
                                Offer.of("zone", "words", "work on this zone"),
                                Offer.of("none", "words", "forget all"))
                        .filter(offer -> !before.contains(offer.word()));
        return Stream.concat(words, values.servers());
    }
}
