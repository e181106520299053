package io.github.dnscli.common.record;

import java.util.Base64;

/// Base64 as zone files have it: padded, and no bit set that means nothing (RFC 4648 §3.2, §3.5). The JDK's decoder lets
/// both pass, and no name server does.
final class StrictBase64 {

    private StrictBase64() {}

    /// @throws IllegalArgumentException for anything else
    static byte[] decode(String text) {
        byte[] octets = Base64.getDecoder().decode(text);
        int tail = Math.max(0, text.length() - 4);
        byte[] last = Base64.getDecoder().decode(text.substring(tail));
        if (text.length() % 4 != 0
                || !Base64.getEncoder().encodeToString(last).equals(text.substring(tail))) {
            throw new IllegalArgumentException("not base64");
        }
        return octets;
    }
}
