package io.github.dnscli.ozone;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Names of files as URI references (RFC 3986): every octet that is no plain letter, digit or mark of a path is written `%XX`.
final class FileReference {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private FileReference() {}

    /// {@return whether a name leads from where the program was started}
    static boolean isRelative(String file) {
        return !file.startsWith("/");
    }

    /// {@return the reference to a file: absolute with the scheme `file` if the name is, else relative}
    static String of(String file) {
        var reference = new StringBuilder(isRelative(file) ? "" : "file://");
        for (byte octet : file.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain((char) octet)) {
                reference.append((char) octet);
            } else {
                reference.append('%').append(HEX.toHexDigits(octet));
            }
        }
        return reference.toString();
    }

    /// A colon is none of them: in the first segment of a relative reference it would end a scheme (§4.2).
    private static boolean isPlain(char octet) {
        return octet >= 'a' && octet <= 'z'
                || octet >= 'A' && octet <= 'Z'
                || octet >= '0' && octet <= '9'
                || "/-._~@+=,".indexOf(octet) >= 0;
    }
}
