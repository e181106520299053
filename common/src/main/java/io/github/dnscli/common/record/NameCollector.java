package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.ArrayList;
import java.util.List;

/// Finds the names among the fields of one record's data. Their place is known only by walking what stands before.
final class NameCollector {

    private final byte[] octets;

    NameCollector(byte[] octets) {
        this.octets = octets;
    }

    List<DomainName> collect(List<Field> fields) {
        var names = new ArrayList<DomainName>(2);
        walk(fields, (name, _) -> names.add(name));
        return names;
    }

    byte[] lowerCased(List<Field> fields) {
        byte[] lower = octets.clone();
        walk(fields, (name, offset) -> name.lowerCase().copyTo(lower, offset));
        return lower;
    }

    private interface Visitor {
        void name(DomainName name, int offset);
    }

    private void walk(List<Field> fields, Visitor visitor) {
        if (fields.stream().noneMatch(field -> field.kind() instanceof NameField)) {
            return;
        }
        var wire = new RdataReader(octets);
        var discarded = new StringBuilder();
        try {
            for (var field : fields) {
                if (field.kind() instanceof NameField) {
                    int offset = wire.position();
                    visitor.name(wire.name(), offset);
                } else {
                    field.kind().print(wire, discarded, DomainName.ROOT);
                }
            }
        } catch (BadField bad) {
            throw new IllegalStateException("data lost its shape", bad);
        }
    }
}
