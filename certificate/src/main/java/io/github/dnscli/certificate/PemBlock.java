package io.github.dnscli.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// One block of a PEM text: a label and octets (RFC 7468 §2). Its `toString` shows only the label.
public final class PemBlock {

    private static final int LINE = 64;

    private final String label;
    private final byte[] der;
    private final int line;

    /// Makes a block.
    ///
    /// @param label such as `CERTIFICATE`
    /// @param der the octets; copied
    /// @param line where its first line stands, counted from 1; 0 if it comes from no text
    public PemBlock(String label, byte[] der, int line) {
        this.label = label;
        this.der = der.clone();
        this.line = line;
    }

    /// {@return the label}
    public String label() {
        return label;
    }

    /// {@return the octets; a fresh array}
    public byte[] der() {
        return der.clone();
    }

    /// {@return where its first line stands, counted from 1; 0 if it comes from no text}
    public int line() {
        return line;
    }

    /// {@return the block as text, with a final line end; of a private key, a secret}
    public String text() {
        var base64 = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(label, base64.encodeToString(der), label);
    }

    @Override
    public String toString() {
        return label + " of " + der.length + " octets";
    }
}
