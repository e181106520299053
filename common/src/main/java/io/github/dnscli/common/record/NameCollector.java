package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.ArrayList;
import java.util.List;

/// Finds the names among the fields of one record's data. Their place is known only by walking what stands before.
final class NameCollector {

    private final RdataReader wire;

    NameCollector(RdataReader wire) {
        this.wire = wire;
    }

    /// {@return the first names, at the most so many}
    List<DomainName> collect(List<Field> fields, int most) {
        var names = new ArrayList<DomainName>(2);
        walk(
                fields,
                (name, _) -> {
                    names.add(name);
                    return names.size() < most;
                });
        return names;
    }

    /// Puts the names in lower case in a copy of the data.
    void lowerCase(List<Field> fields, byte[] copy) {
        walk(
                fields,
                (name, offset) -> {
                    name.lowerCase().copyTo(copy, offset);
                    return true;
                });
    }

    /// Looks at names, and says whether it wants to see more.
    private interface Visitor {
        boolean name(DomainName name, int offset);
    }

    private void walk(List<Field> fields, Visitor visitor) {
        try {
            for (var field : fields) {
                if (!(field.kind() instanceof NameField)) {
                    field.kind().skip(wire);
                    continue;
                }
                int offset = wire.position();
                if (!visitor.name(wire.name(), offset)) {
                    return;
                }
            }
        } catch (BadField bad) {
            throw new IllegalStateException("data lost its shape", bad);
        }
    }
}
