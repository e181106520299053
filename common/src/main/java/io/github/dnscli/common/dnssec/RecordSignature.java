package io.github.dnscli.common.dnssec;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.CanonicalForm;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// The data of an RRSIG record (RFC 4034 §3.1).
public final class RecordSignature {

    private static final int SIGNER = 18;

    private final byte[] octets;
    private final int signature;
    private final DomainName signer;

    private RecordSignature(byte[] octets) {
        this.octets = octets;
        this.signer = DomainName.ofWire(octets, SIGNER, octets.length);
        this.signature = SIGNER + signer.wireLength();
    }

    /// {@return the fields of data of type RRSIG}
    public static RecordSignature of(RecordData data) {
        return new RecordSignature(CanonicalForm.of(data));
    }

    /// {@return the type of the records that are signed}
    public RecordType covered() {
        return new RecordType(u16(0));
    }

    /// {@return the number of the algorithm}
    public int algorithm() {
        return octets[2] & 0xff;
    }

    /// {@return how many labels the owner has, the root and a wildcard's `*` not counted}
    public int labels() {
        return octets[3] & 0xff;
    }

    /// {@return the TTL of the records when they were signed, in seconds}
    public long originalTtl() {
        return u32(4);
    }

    /// {@return when it ends}
    public SignatureTime expiration() {
        return new SignatureTime(u32(8));
    }

    /// {@return when it begins}
    public SignatureTime inception() {
        return new SignatureTime(u32(12));
    }

    /// {@return the tag of the key}
    public int keyTag() {
        return u16(16);
    }

    /// {@return the zone that signed, in lower case}
    public DomainName signer() {
        return signer;
    }

    /// {@return the signature itself; a fresh array}
    public byte[] signature() {
        return Arrays.copyOfRange(octets, signature, octets.length);
    }

    /// {@return what is signed before the records: all fields but the signature itself (RFC 4034 §3.1.8.1)}
    byte[] signedPart() {
        return Arrays.copyOf(octets, signature);
    }

    private int u16(int at) {
        return ByteBuffer.wrap(octets).getShort(at) & 0xffff;
    }

    private long u32(int at) {
        return ByteBuffer.wrap(octets).getInt(at) & 0xffff_ffffL;
    }

    /// {@return the key as messages call it: tag and algorithm}
    public String key() {
        return keyTag() + " (" + SigningAlgorithm.display(algorithm()) + ")";
    }
}
