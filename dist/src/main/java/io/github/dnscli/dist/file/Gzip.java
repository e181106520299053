package io.github.dnscli.dist.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Packs as 'gzip -9n' does: neither name nor time, so that the same comes of the same.
public final class Gzip extends GZIPOutputStream {

    /// Where the header says how hard it was tried (RFC 1952, section 2.3.1).
    private static final int EFFORT = 8;

    private static final byte MOST = 2;

    private Gzip(ByteArrayOutputStream packed) throws IOException {
        super(packed);
        def.setLevel(Deflater.BEST_COMPRESSION);
    }

    /// {@return the content, packed as small as can be}
    public static byte[] best(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new Gzip(packed)) {
            gzip.write(content);
        }
        byte[] bytes = packed.toByteArray();
        bytes[EFFORT] = MOST;
        return bytes;
    }
}
