package io.github.dnscli.common.check;

import io.github.dnscli.common.dnssec.TypeBitmap;
import io.github.dnscli.common.record.RecordType;
import java.util.List;
import java.util.Optional;

/// Says in words how a list of types differs from what it should be.
final class TypeLists {

    private TypeLists() {}

    /// {@return "lists MX, which is not there, and does not list TXT"; empty if the two are alike}
    static Optional<String> difference(TypeBitmap listed, TypeBitmap there) {
        if (listed.equals(there)) {
            return Optional.empty();
        }
        var extra = listed.without(there);
        var missing = there.without(listed);
        String tooMany =
                extra.isEmpty()
                        ? ""
                        : "lists " + names(extra) + ", which " + be(extra) + " not there";
        String tooFew = missing.isEmpty() ? "" : "does not list " + names(missing);
        boolean both = !extra.isEmpty() && !missing.isEmpty();
        return Optional.of(tooMany + (both ? ", and " : "") + tooFew);
    }

    private static String be(List<RecordType> types) {
        return types.size() == 1 ? "is" : "are";
    }

    /// A bitmap can list 65536 types: the first few say enough.
    private static String names(List<RecordType> types) {
        var some = types.stream().limit(8).map(RecordType::toString).toList();
        return String.join(", ", some) + (types.size() > 8 ? " and others" : "");
    }
}
