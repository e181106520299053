package io.github.dnscli.certifier.authority;

import io.github.dnscli.certificate.SubjectPublicKey;
import io.github.dnscli.certifier.state.StateStore;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;

/// The keys whose private part somebody else may have, whoever issued for them: `compromised/KEY` by SHA-256 of the key. No
/// authority is asked to issue for one of them any more.
///
/// @param state where they are kept
public record CompromisedKeys(StateStore state) {

    private static final String FOLDER = "compromised/";

    private static String name(SubjectPublicKey key) {
        return FOLDER + HexFormat.of().formatHex(key.sha256());
    }

    /// Keeps that somebody else may have the private part of a key.
    ///
    /// @throws IOException if it cannot be kept
    public void add(SubjectPublicKey key, Instant now) throws IOException {
        state.write(name(key), "since " + now + "\n");
    }

    /// {@return whether somebody else may have the private part of a key}
    ///
    /// @throws IOException if that cannot be told
    public boolean contain(SubjectPublicKey key) throws IOException {
        return state.read(name(key)).isPresent();
    }

    /// {@return that nothing is issued for such a key}
    public static Issuance refusal() {
        return new Issuance.Refused(
                new Failure(
                        Failure.Kind.REJECTED,
                        "a certificate for this key was revoked because somebody else may have the key; make a new one"));
    }
}
