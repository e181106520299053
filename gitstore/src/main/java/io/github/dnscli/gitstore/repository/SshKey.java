package io.github.dnscli.gitstore.repository;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;

/// A private key for ssh.
public sealed interface SshKey {

    /// A key in a file of OpenSSH's or of PEM, without passphrase.
    ///
    /// @param path the file
    record InFile(Path path) implements SshKey {}

    /// An Ed25519 key, given as its seed, as the OCaml original's `ed25519:BASE64`.
    ///
    /// @param seed 32 octets
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Ed25519(byte[] seed) implements SshKey {

        static final int LENGTH = 32;

        /// Checks the length.
        public Ed25519 {
            if (seed.length != LENGTH) {
                throw new IllegalArgumentException(
                        "an ed25519 key has 32 octets, and this one " + seed.length);
            }
        }

        @Override
        public String toString() {
            return "Ed25519[(secret)]";
        }
    }

    /// {@return the key that a text means: a file's name, or `ed25519:BASE64`}
    ///
    /// @throws IllegalArgumentException if it means none, as `rsa:SEED`: the original makes that key by a random generator
    ///     of its own; the message is for people
    static SshKey parse(String text) {
        int colon = text.indexOf(':');
        return switch (text.substring(0, Math.max(colon, 0)).toLowerCase(Locale.ROOT)) {
            case "ed25519" -> ed25519(text.substring(colon + 1));
            case "rsa" ->
                    throw new IllegalArgumentException(
                            "an RSA key cannot be made of a seed here: make a key by 'ssh-keygen -t ed25519 -f FILE',"
                                    + " let FILE.pub in at the remote, and give FILE");
            default -> inFile(text);
        };
    }

    private static SshKey ed25519(String base64) {
        try {
            return new Ed25519(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException malformed) {
            // The decoder's own words may quote the secret.
            throw new IllegalArgumentException(
                    "what is behind 'ed25519:' is not the base64 form of 32 octets");
        }
    }

    private static SshKey inFile(String name) {
        try {
            return new InFile(Path.of(name));
        } catch (InvalidPathException malformed) {
            throw new IllegalArgumentException("'" + name + "' is no name of a file", malformed);
        }
    }
}
