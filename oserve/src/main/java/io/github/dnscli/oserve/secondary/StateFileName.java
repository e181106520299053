package io.github.dnscli.oserve.secondary;

import io.github.dnscli.common.name.DomainName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Names of files for zones: the zone's own name in lower case, where that is harmless. What else a primary may call its
/// zones must not lead out of the folder, nor be too long for it.
final class StateFileName {

    private static final int LONGEST = 200;
    private static final int SHORTENED = 100;

    private StateFileName() {}

    static String of(DomainName zone) {
        if (zone.isRoot()) {
            return "%root";
        }
        var name = new StringBuilder();
        for (byte octet : zone.lowerCase().display().getBytes(StandardCharsets.US_ASCII)) {
            if (isHarmless(octet)) {
                name.append((char) octet);
            } else {
                name.append('%').append(HexFormat.of().toHexDigits(octet));
            }
        }
        return name.length() <= LONGEST
                ? name.toString()
                : name.substring(0, SHORTENED) + "%" + digest(name.toString());
    }

    private static boolean isHarmless(byte octet) {
        return octet >= 'a' && octet <= 'z'
                || octet >= '0' && octet <= '9'
                || octet == '-'
                || octet == '_'
                || octet == '.';
    }

    private static String digest(String name) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(name.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
