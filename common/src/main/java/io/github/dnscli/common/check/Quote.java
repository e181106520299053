package io.github.dnscli.common.check;

import io.github.dnscli.common.record.Token;
import java.nio.charset.StandardCharsets;

/// Values of records as messages show them.
final class Quote {

    private Quote() {}

    /// {@return the value in quotes, shortened if long, with nothing in it that would not print}
    static String of(String value) {
        byte[] octets = value.getBytes(StandardCharsets.UTF_8);
        return "'" + new Token(octets, 0, octets.length, false).excerpt() + "'";
    }
}
