package io.github.dnscli.common.record;

import io.github.dnscli.common.name.DomainName;
import java.nio.charset.StandardCharsets;

/// The tag of a CAA property: ASCII letters and digits behind a length octet, never quoted when written (RFC 8659 §4.1).
record TagField() implements FieldKind {

    @Override
    public void parse(FieldText text, RdataWriter wire) throws BadField {
        var token = text.peek();
        String tag = token.text();
        if (token.quoted() || !isTag(tag)) {
            throw text.bad(token, "is not a tag of letters and digits, without quotes")
                    .about(ParsedData.About.PROPERTY);
        }
        text.next();
        wire.u8(tag.length());
        wire.bytes(tag.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isTag(String text) {
        return !text.isEmpty()
                && text.length() <= 255
                && text.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
    }

    @Override
    public void print(RdataReader wire, StringBuilder text, DomainName origin) throws BadField {
        String tag = new String(wire.bytes(wire.u8()), StandardCharsets.ISO_8859_1);
        if (!isTag(tag)) {
            throw new BadField("tag is not of letters and digits").about(ParsedData.About.PROPERTY);
        }
        text.append(tag);
    }
}
