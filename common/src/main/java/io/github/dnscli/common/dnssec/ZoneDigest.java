package io.github.dnscli.common.dnssec;

import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.Serial;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// The data of a ZONEMD record (RFC 8976 §2.2).
public final class ZoneDigest {

    private static final int SIMPLE = 1;
    private static final int DIGEST = 6;

    private final byte[] octets;

    private ZoneDigest(byte[] octets) {
        this.octets = octets;
    }

    /// {@return the fields of data of type ZONEMD}
    public static ZoneDigest of(RecordData data) {
        return new ZoneDigest(data.wire());
    }

    /// {@return the version of the zone that is meant}
    public Serial serial() {
        return new Serial(ByteBuffer.wrap(octets).getInt() & 0xffff_ffffL);
    }

    /// {@return the number of the way in which a zone becomes one text}
    public int scheme() {
        return octets[4] & 0xff;
    }

    /// {@return the number of the hash algorithm}
    public int algorithm() {
        return octets[5] & 0xff;
    }

    /// {@return the digest; a fresh array}
    public byte[] digest() {
        return Arrays.copyOfRange(octets, DIGEST, octets.length);
    }

    /// {@return how the digest of this record is computed; empty for schemes and algorithms that are not known here}
    public Optional<ZoneHash> hash() {
        if (scheme() != SIMPLE) {
            return Optional.empty();
        }
        return switch (algorithm()) {
            case 1 -> Optional.of(ZoneHash.SHA384);
            case 2 -> Optional.of(ZoneHash.SHA512);
            default -> Optional.empty();
        };
    }
}
