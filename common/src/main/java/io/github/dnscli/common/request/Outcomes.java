package io.github.dnscli.common.request;

import io.github.dnscli.common.wire.EdnsOption.ExtendedError;
import io.github.dnscli.common.wire.Rcode;

/// Outcomes in words.
final class Outcomes {

    private Outcomes() {}

    static String words(Rcode rcode) {
        return switch (rcode.value()) {
            case 0 -> "no error";
            case 1 -> "the server cannot read the request";
            case 2 -> "the server has trouble of its own; its log may say which";
            case 3 -> "the name does not exist";
            case 4 -> "the server does not support this kind of request";
            case 5 ->
                    "the server's policy forbids it; a key, another key or another client address may be needed";
            case 6 -> "a name exists that should not";
            case 7 -> "a record set exists that should not";
            case 8 -> "a record set does not exist, or differs, that should";
            case 9 ->
                    "the server is not authoritative for the zone, or the key has no right to do that";
            case 10 -> "a name is outside the zone";
            case 16 -> "the server does not know this version of EDNS";
            default -> "an outcome without a name";
        };
    }

    static String words(ExtendedError error) {
        return "; " + error.words();
    }
}
