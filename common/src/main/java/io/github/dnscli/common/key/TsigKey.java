package io.github.dnscli.common.key;

import io.github.dnscli.common.name.DomainName;
import java.util.Arrays;

/// A shared secret with its name (RFC 8945 §4.2). Its text shows name and algorithm, never the secret.
public final class TsigKey {

    private final DomainName name;
    private final TsigAlgorithm algorithm;
    private final byte[] secret;

    /// Makes a key.
    ///
    /// @param secret at least one octet; copied
    public TsigKey(DomainName name, TsigAlgorithm algorithm, byte[] secret) {
        if (secret.length == 0) {
            throw new IllegalArgumentException("the secret of key '" + name + "' is empty");
        }
        this.name = name;
        this.algorithm = algorithm;
        this.secret = secret.clone();
    }

    /// {@return the same key with its name in another case of letters}
    ///
    /// @throws IllegalArgumentException if it is another name
    public TsigKey spelled(DomainName spelling) {
        if (!spelling.equals(name)) {
            throw new IllegalArgumentException("key '" + name + "' is not '" + spelling + "'");
        }
        return spelling.isSpelledLike(name) ? this : new TsigKey(spelling, algorithm, secret);
    }

    /// {@return the key's name}
    public DomainName name() {
        return name;
    }

    /// {@return how it signs}
    public TsigAlgorithm algorithm() {
        return algorithm;
    }

    /// {@return the secret; a fresh array}
    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof TsigKey other
                && name.equals(other.name)
                && algorithm == other.algorithm
                && Arrays.equals(secret, other.secret);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /// {@return name and algorithm, without the secret}
    @Override
    public String toString() {
        return name.display() + " (" + algorithm.dnsName().display() + ")";
    }
}
