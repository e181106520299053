package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the names among the fields of one record's data. Their place is known only by walking what stands before.
final class NameCollector {

    private final RdataReader wire;

    NameCollector(RdataReader wire) {
        this.wire = wire;
    }

    /// {@return the first name, if there is one}
    static Optional<DomainName> first(RdataReader wire, List<Field> fields) {
        try {
            for (int i = 0; i < fields.size(); i++) {
                var kind = fields.get(i).kind();
                if (kind instanceof NameField) {
                    return Optional.of(wire.name());
                }
                kind.skip(wire);
            }
            return Optional.empty();
        } catch (BadField bad) {
            throw new IllegalStateException("data lost its shape", bad);
        }
    }

    /// {@return all names}
    List<DomainName> collect(List<Field> fields) {
        var names = new ArrayList<DomainName>(2);
        walk(fields, (name, _) -> names.add(name));
        return names;
    }

    /// Puts the names in lower case in a copy of the data.
    void lowerCase(List<Field> fields, byte[] copy) {
        walk(fields, (name, offset) -> name.lowerCase().copyTo(copy, offset));
    }

    private interface Visitor {
        void name(DomainName name, int offset);
    }

    private void walk(List<Field> fields, Visitor visitor) {
        try {
            for (var field : fields) {
                if (field.kind() instanceof NameField) {
                    int offset = wire.position();
                    visitor.name(wire.name(), offset);
                } else {
                    field.kind().skip(wire);
                }
            }
        } catch (BadField bad) {
            throw new IllegalStateException("data lost its shape", bad);
        }
    }
}
