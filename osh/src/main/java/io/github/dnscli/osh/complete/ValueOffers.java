package io.github.dnscli.osh.complete;

import io.github.dnscli.cli.usage.Value;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.osh.names.KnownName;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What can stand for a value.
///
/// @param around what there is
record ValueOffers(Surroundings around) {

    private static final int TYPES = 300;

    /// Nobody chooses among more.
    private static final int NAMES = 20_000;

    /// {@return the words for a value that begin as the one at the end of the line does}
    List<Offer> of(Value value, String begun) {
        return switch (value.meaning()) {
            case SERVER -> beginning(begun, servers());
            case KEY -> keys(begun);
            case ZONE -> beginning(begun, zones());
            case NAME -> names(begun);
            case TYPE -> beginning(begun.toUpperCase(Locale.ROOT), types());
            case FILE -> FileOffers.of(around.folder(), begun, false);
            case FOLDER -> FileOffers.of(around.folder(), begun, true);
            case WORD ->
                    beginning(
                            begun,
                            value.words().stream().map(word -> Offer.of(word, "values", "")));
            case OTHER -> List.of();
        };
    }

    static List<Offer> beginning(String begun, Stream<Offer> offers) {
        return offers.filter(offer -> offer.word().startsWith(begun)).toList();
    }

    Stream<Offer> servers() {
        return around.context().server().stream()
                .map(server -> Offer.of("@" + server, "servers", "in use"));
    }

    /// {@return files behind `@` and variables behind `env:`; for a key there is no other way that hides it}
    List<Offer> keys(String begun) {
        if (begun.startsWith("@")) {
            return FileOffers.of(around.folder(), begun.substring(1), false).stream()
                    .map(offer -> offer.behind("@"))
                    .toList();
        }
        var files = Stream.of(new Offer("@", "keys", "a key in a file", false));
        var variables =
                around.variables().stream()
                        .filter(name -> name.contains("KEY"))
                        .sorted()
                        .map(name -> Offer.of("env:" + name, "keys", "a key in a variable"));
        return beginning(begun, Stream.concat(files, variables));
    }

    Stream<Offer> zones() {
        return around.zones().stream().map(zone -> Offer.of(zone.display(), "zones", ""));
    }

    private List<Offer> names(String begun) {
        var zone = around.context().zone();
        if (zone.isEmpty()) {
            return beginning(begun, zones());
        }
        // Asked once: a moment later more may be known.
        var names = around.names();
        var offers = named(names, begun, name -> spelling(name, zone.get()));
        return offers.isEmpty() ? named(names, begun, DomainName::display) : offers;
    }

    /// A name of one label goes without the zone; one of several might be taken for a name elsewhere.
    private static String spelling(DomainName name, DomainName zone) {
        String relative = name.relativeTo(zone);
        return relative.contains(".") ? name.display() : relative;
    }

    private static List<Offer> named(
            List<KnownName> names, String begun, Function<DomainName, String> spelling) {
        String lower = begun.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(known -> spelling.apply(known.name()).startsWith(lower))
                .limit(NAMES)
                .map(known -> offer(known, spelling))
                .toList();
    }

    private static Offer offer(KnownName known, Function<DomainName, String> spelling) {
        String types =
                known.types().stream().map(RecordType::toString).collect(Collectors.joining(" "));
        return Offer.of(spelling.apply(known.name()), "names", types);
    }

    private static Stream<Offer> types() {
        return IntStream.range(1, TYPES)
                .mapToObj(RecordType::of)
                .map(RecordType::toString)
                .filter(name -> !name.matches("TYPE\\d+"))
                .map(name -> Offer.of(name, "types", ""));
    }
}
