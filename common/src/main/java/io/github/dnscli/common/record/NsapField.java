package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.util.HexFormat;

/// An OSI address, `0x47.0005.80…`: hexadecimal with dots wherever the writer likes (RFC 1706 §6).
final class NsapField extends WholeField {

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        text.enter("address");
        var token = text.next();
        String word = token.text();
        if (!word.regionMatches(true, 0, "0x", 0, 2) || word.length() == 2) {
            throw text.bad(token, "is not '0x' and hexadecimal digits");
        }
        try {
            wire.bytes(HexFormat.of().parseHex(word.substring(2).replace(".", "")));
        } catch (IllegalArgumentException _) {
            throw text.bad(token, "is not '0x' and hexadecimal digits");
        }
    }

    @Override
    boolean say(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        byte[] octets = wire.rest();
        text.append("0x").append(HexFormat.of().withUpperCase().formatHex(octets));
        return octets.length > 0;
    }
}
