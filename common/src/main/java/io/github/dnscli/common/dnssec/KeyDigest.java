package io.github.dnscli.common.dnssec;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/// The data of a DS or CDS record (RFC 4034 §5.1).
public final class KeyDigest {

    private final byte[] octets;

    private KeyDigest(byte[] octets) {
        this.octets = octets;
    }

    /// {@return the fields of data of type DS or CDS}
    public static KeyDigest of(RecordData data) {
        return new KeyDigest(data.wire());
    }

    /// {@return the tag of the key}
    public int keyTag() {
        return (octets[0] & 0xff) << 8 | octets[1] & 0xff;
    }

    /// {@return the number of the key's algorithm}
    public int algorithm() {
        return octets[2] & 0xff;
    }

    /// {@return the number of the digest's algorithm}
    public int digestType() {
        return octets[3] & 0xff;
    }

    /// {@return what the registry calls the digest's algorithm}
    public String digestName() {
        return switch (digestType()) {
            case 1 -> "SHA-1";
            case 2 -> "SHA-256";
            case 3 -> "GOST R 34.11-94";
            case 4 -> "SHA-384";
            default -> "digest type " + digestType();
        };
    }

    /// {@return the key as messages call it: tag and algorithm}
    public String key() {
        return keyTag() + " (" + SigningAlgorithm.display(algorithm()) + ")";
    }

    /// {@return whether tag and algorithm are those of a key}
    public boolean names(ZoneKey key) {
        return algorithm() == key.algorithm() && keyTag() == key.tag();
    }

    /// {@return whether this is a digest of a key (RFC 4034 §5.1.4)}; taken on trust if its algorithm is not known here
    ///
    /// @param owner the zone of the key
    public boolean isOf(ZoneKey key, DomainName owner) {
        return names(key)
                && digest().map(
                                digest -> {
                                    digest.update(owner.lowerCase().wire());
                                    byte[] expected = digest.digest(key.data());
                                    return Arrays.equals(
                                            expected, 0, expected.length, octets, 4, octets.length);
                                })
                        .orElse(true);
    }

    private Optional<MessageDigest> digest() {
        return switch (digestType()) {
            case 1 -> digest("SHA-1");
            case 2 -> digest("SHA-256");
            case 4 -> digest("SHA-384");
            default -> Optional.empty();
        };
    }

    private static Optional<MessageDigest> digest(String name) {
        try {
            return Optional.of(MessageDigest.getInstance(name));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }
}
