package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.Base64;
import java.util.HexFormat;

/// A host identity tag, the public key it is made from, and the names of rendezvous servers: the data of HIP records
/// (RFC 8005 §5, §6). The lengths that the wire puts first are not written.
final class HostIdentityField extends WholeField {

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        text.enter("key algorithm");
        int algorithm = (int) text.number(255);
        text.enter("identity tag");
        byte[] tag = word(text, "hexadecimal", HexFormat.of()::parseHex, 255);
        text.enter("public key");
        byte[] key = word(text, "base64", StrictBase64::decode, 0xffff);
        wire.u8(tag.length);
        wire.u8(algorithm);
        wire.u16(key.length);
        wire.bytes(tag);
        wire.bytes(key);
        text.enter("rendezvous server");
        while (text.hasNext()) {
            NameField.NAME.parse(text, wire);
        }
    }

    /// Turns text into octets; throws [IllegalArgumentException] for anything else.
    private interface Decoder {
        byte[] decode(String text);
    }

    private static byte[] word(FieldText text, String encoding, Decoder decoder, int max)
            throws BadField {
        var token = text.next();
        byte[] octets;
        try {
            octets = decoder.decode(token.text());
        } catch (IllegalArgumentException _) {
            throw text.bad(token, "is not " + encoding);
        }
        if (octets.length == 0 || octets.length > max) {
            throw text.bad(token, "does not have 1 to " + max + " octets");
        }
        return octets;
    }

    @Override
    boolean say(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        int tagLength = wire.u8();
        text.append(wire.u8()).append(' ');
        int keyLength = wire.u16();
        byte[] tag = wire.bytes(tagLength);
        byte[] key = wire.bytes(keyLength);
        if (tagLength == 0 || keyLength == 0) {
            throw new BadField((tagLength == 0 ? "identity tag" : "public key") + " is empty");
        }
        text.append(HexFormat.of().withUpperCase().formatHex(tag)).append(' ');
        text.append(Base64.getEncoder().encodeToString(key));
        while (wire.hasNext()) {
            ExactName.print(wire, text.append(' '), origin);
        }
        return true;
    }
}
