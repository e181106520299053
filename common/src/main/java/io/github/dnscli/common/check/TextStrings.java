package io.github.dnscli.common.check;

import io.github.dnscli.common.record.RecordData;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// The strings of a TXT record, which mail systems read as one (RFC 7208 §3.3, RFC 6376 §3.6.2.2).
final class TextStrings {

    private final byte[] wire;

    private TextStrings(byte[] wire) {
        this.wire = wire;
    }

    static TextStrings of(RecordData data) {
        return new TextStrings(data.wire());
    }

    /// {@return whether the joined strings begin with a text, in any case of ASCII letters}
    boolean begin(String prefix) {
        int matched = 0;
        for (int at = 0; at < wire.length && matched < prefix.length(); ) {
            int end = at + 1 + (wire[at] & 0xff);
            for (at++; at < end && matched < prefix.length(); at++, matched++) {
                if (Character.toLowerCase((char) wire[at])
                        != Character.toLowerCase(prefix.charAt(matched))) {
                    return false;
                }
            }
        }
        return matched == prefix.length();
    }

    /// {@return the strings as one text, read as UTF-8}
    String joined() {
        var octets = new ByteArrayOutputStream(wire.length);
        for (int at = 0; at < wire.length; at += 1 + (wire[at] & 0xff)) {
            octets.write(wire, at + 1, wire[at] & 0xff);
        }
        return octets.toString(StandardCharsets.UTF_8);
    }
}
