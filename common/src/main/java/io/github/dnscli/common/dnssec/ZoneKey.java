package io.github.dnscli.common.dnssec;

import io.github.dnscli.common.record.RecordData;
import java.util.Arrays;

/// The data of a DNSKEY or CDNSKEY record (RFC 4034 §2.1).
public final class ZoneKey {

    private static final int ZONE = 0x0100;
    private static final int REVOKED = 0x0080;
    private static final int ENTRY_POINT = 0x0001;
    private static final int PROTOCOL = 3;
    private static final int RSAMD5 = 1;

    private final byte[] data;

    private ZoneKey(byte[] data) {
        this.data = data;
    }

    /// {@return the fields of data of type DNSKEY or CDNSKEY}
    public static ZoneKey of(RecordData data) {
        return new ZoneKey(data.wire());
    }

    /// {@return the flags, 0 to 65535}
    public int flags() {
        return (data[0] & 0xff) << 8 | data[1] & 0xff;
    }

    /// {@return the protocol, which must be 3}
    public int protocol() {
        return data[2] & 0xff;
    }

    /// {@return the number of the algorithm}
    public int algorithm() {
        return data[3] & 0xff;
    }

    /// {@return the public key as it stands in the record; a fresh array}
    public byte[] publicKey() {
        return Arrays.copyOfRange(data, 4, data.length);
    }

    /// {@return the record's data; a fresh array}
    public byte[] data() {
        return data.clone();
    }

    /// {@return whether a signature of the zone may be verified by this key (RFC 4034 §2.1.1, §2.1.2)}
    public boolean isZoneKey() {
        return (flags() & ZONE) != 0 && protocol() == PROTOCOL;
    }

    /// {@return whether this is a key that DS records point to (RFC 3757)}
    public boolean isEntryPoint() {
        return (flags() & ENTRY_POINT) != 0;
    }

    /// {@return whether the key has been taken back (RFC 5011 §2.1)}
    public boolean isRevoked() {
        return (flags() & REVOKED) != 0;
    }

    /// {@return the key tag (RFC 4034 appendix B)}
    public int tag() {
        if (algorithm() == RSAMD5 && data.length >= 7) {
            return (data[data.length - 3] & 0xff) << 8 | data[data.length - 2] & 0xff;
        }
        long sum = 0;
        for (int i = 0; i < data.length; i++) {
            sum += (i & 1) == 0 ? (data[i] & 0xff) << 8 : data[i] & 0xff;
        }
        sum += sum >> 16 & 0xffff;
        return (int) (sum & 0xffff);
    }

    /// {@return whether the two have the same data}
    @Override
    public boolean equals(Object object) {
        return object instanceof ZoneKey other && Arrays.equals(data, other.data);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(data);
    }

    /// {@return the key as messages call it: tag and algorithm}
    @Override
    public String toString() {
        return tag() + " (" + SigningAlgorithm.display(algorithm()) + ")";
    }
}
