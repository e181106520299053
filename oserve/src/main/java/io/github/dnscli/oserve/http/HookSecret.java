package io.github.dnscli.oserve.http;

import io.github.dnscli.cli.SmallFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a git host and we know, and nobody else. It never shows itself, and comparing takes the same time whatever comes.
public final class HookSecret {

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] octets;

    private HookSecret(byte[] octets) {
        this.octets = octets;
    }

    /// {@return the secret of a text}
    static HookSecret of(String text) {
        return new HookSecret(text.getBytes(StandardCharsets.UTF_8));
    }

    /// {@return the secret in a file, without the blanks around it}
    ///
    /// @throws IOException if it cannot be read, or holds none
    static HookSecret read(Path file) throws IOException {
        String text = SmallFile.read(file).strip();
        if (text.isEmpty()) {
            throw new IOException("'" + file + "' holds no secret");
        }
        return of(text);
    }

    /// {@return whether somebody sent the secret itself}
    boolean is(String token) {
        return MessageDigest.isEqual(
                signature(octets), signature(token.getBytes(StandardCharsets.UTF_8)));
    }

    /// {@return whether a body was signed with the secret: HMAC-SHA-256 (RFC 2104), in hexadecimal digits}
    boolean hasSigned(byte[] body, String digits) {
        try {
            return MessageDigest.isEqual(signature(body), HexFormat.of().parseHex(digits));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private byte[] signature(byte[] message) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(octets, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    /// {@return that it is one}
    @Override
    public String toString() {
        return "a secret";
    }
}
