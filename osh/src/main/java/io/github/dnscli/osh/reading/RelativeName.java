package io.github.dnscli.osh.reading;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;

/// Names as operators type them while they work on a zone: as in its zone file, but a name within the zone may be spelled
/// out without a final dot.
public final class RelativeName {

    private RelativeName() {}

    /// {@return the name that a word means}: `@` is the zone itself; a name with a final dot, one that ends in the zone's
    /// name and what is no name stay as they are; the zone is put behind any other
    public static String complete(String word, DomainName zone) {
        if (word.equals("@")) {
            return zone.display();
        }
        boolean whole =
                word.startsWith("@")
                        || word.endsWith(".")
                        || isWithin(word, zone)
                        || Looks.isAddress(word);
        return !whole && DomainName.parse(word, zone) instanceof ParsedName.Valid(var name)
                ? name.display()
                : word;
    }

    private static boolean isWithin(String word, DomainName zone) {
        return DomainName.parse(word, DomainName.ROOT) instanceof ParsedName.Valid(var name)
                && name.isAtOrBelow(zone);
    }
}
