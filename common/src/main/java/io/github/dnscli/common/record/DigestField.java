package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.List;
import java.util.Map;

/// Data that ends in a digest behind the octet that says which one: DS, SSHFP, ZONEMD and their kin. A digest of the wrong
/// length is a line that was cut or pasted badly, and no resolver will accept it.
final class DigestField extends WholeField {

    /// DS and what is shaped like it.
    static final DigestField DELEGATION_SIGNER =
            new DigestField(
                    List.of(
                            new Field("key tag", NumberField.U16),
                            new Field("algorithm", MnemonicField.ALGORITHM)),
                    "digest type",
                    new MnemonicField(1, Mnemonics.DIGESTS),
                    "digest",
                    Map.of(1, 20, 2, 32, 3, 32, 4, 48, 5, 32, 6, 32),
                    1);

    /// SSHFP (RFC 4255 §3.1, RFC 6594 §3.2).
    static final DigestField SSH_KEY =
            new DigestField(
                    List.of(new Field("algorithm", new SpokenField(SpokenNames.SSH_ALGORITHMS))),
                    "fingerprint type",
                    new SpokenField(SpokenNames.SSH_DIGESTS),
                    "fingerprint",
                    Map.of(1, 20, 2, 32),
                    1);

    /// ZONEMD; a digest of any hash has at least 12 octets (RFC 8976 §2.2).
    static final DigestField ZONE_DIGEST =
            new DigestField(
                    List.of(
                            new Field("serial", NumberField.U32),
                            new Field("scheme", NumberField.U8)),
                    "hash algorithm",
                    new MnemonicField(1, Mnemonics.NONE),
                    "digest",
                    Map.of(1, 48, 2, 64),
                    12);

    private final List<Field> head;
    private final String typeName;
    private final OctetField type;
    private final String digest;
    private final Map<Integer, Integer> lengths;
    private final int minimum;

    private DigestField(
            List<Field> head,
            String typeName,
            OctetField type,
            String digest,
            Map<Integer, Integer> lengths,
            int minimum) {
        this.head = head;
        this.typeName = typeName;
        this.type = type;
        this.digest = digest;
        this.lengths = lengths;
        this.minimum = minimum;
    }

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        for (var field : head) {
            text.enter(field.name());
            field.kind().parse(text, wire);
        }
        text.enter(typeName);
        int number = type.read(text);
        wire.u8(number);
        text.enter(digest);
        var first = text.peek();
        int before = wire.length();
        BinaryField.HEX.parse(text, wire);
        int octets = wire.length() - before;
        if (octets < minimum) {
            throw text.bad(
                    first, "has " + octets + " octets, and at least " + minimum + " are due");
        }
        int due = lengths.getOrDefault(number, octets);
        if (octets != due) {
            throw text.bad(first, "has " + octets + " octets, and type " + number + " has " + due);
        }
    }

    @Override
    boolean say(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        for (var field : head) {
            field.kind().print(wire, text, origin);
            text.append(' ');
        }
        int number = wire.u8();
        byte[] octets = wire.rest();
        BinaryField.HEX.print(new RdataReader(octets), text.append(number).append(' '), origin);
        return octets.length >= minimum
                && octets.length == lengths.getOrDefault(number, octets.length);
    }
}
