package io.github.dnscli.common.dnssec;

import java.security.PublicKey;

/// What can be done with the public key of a DNSKEY record.
public sealed interface DecodedKey {

    /// Verify signatures.
    ///
    /// @param key the key
    /// @param signature what the JDK calls signatures of its algorithm
    record Usable(PublicKey key, String signature) implements DecodedKey {}

    /// Nothing here: the algorithm is unknown, or forbidden to validators.
    record Unsupported() implements DecodedKey {}

    /// Nothing anywhere.
    ///
    /// @param problem what is wrong with it
    record Malformed(String problem) implements DecodedKey {}
}
