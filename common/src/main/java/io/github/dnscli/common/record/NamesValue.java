package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.name.ParsedName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/// A list of names, one behind the other on the wire (draft-ietf-deleg-12 §3.4).
record NamesValue() implements ParameterValue {

    @Override
    public byte[] encode(byte[] text, DomainName origin) throws BadField {
        PlainValue.requireValue(text);
        var wire = new RdataWriter();
        for (String item : CommaList.splitNames(text)) {
            byte[] name = item.getBytes(StandardCharsets.ISO_8859_1);
            switch (DomainName.parse(name, 0, name.length, origin)) {
                case ParsedName.Valid(var valid) -> wire.bytes(valid.wire());
                case ParsedName.Invalid(var problem, _) ->
                        throw new BadField("lists '" + item + "': " + problem)
                                .about(ParsedData.About.NAME);
            }
        }
        return wire.toBytes();
    }

    @Override
    public String text(byte[] value, DomainName origin) throws BadField {
        PlainValue.require(value.length > 0, "is empty");
        var wire = new RdataReader(value);
        var names = new ArrayList<String>();
        while (wire.hasNext()) {
            names.add(ExactName.text(wire.name(), origin));
        }
        return CommaList.join(names);
    }
}
