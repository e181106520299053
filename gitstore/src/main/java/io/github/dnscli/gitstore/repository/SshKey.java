package io.github.dnscli.gitstore.repository;

import io.github.dnscli.gitstore.reading.Unwritten;
import java.nio.file.Path;

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
        return Unwritten.yet();
    }
}
