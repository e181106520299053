package io.github.dnscli.common.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Builds messages octet by octet, for tests: `hex` for numbers, `label` for names.
final class Octets {

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();

    Octets hex(String text) {
        octets.writeBytes(HexFormat.of().parseHex(text.replace(" ", "")));
        return this;
    }

    Octets name(String dotted) {
        for (String label : dotted.split("\\.")) {
            octets.write(label.length());
            octets.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        octets.write(0);
        return this;
    }

    Octets label(String label) {
        octets.write(label.length());
        octets.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    Octets bytes(byte[] more) {
        octets.writeBytes(more);
        return this;
    }

    byte[] toBytes() {
        return octets.toByteArray();
    }
}
