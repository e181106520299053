package io.github.dnscli.certifier.ledger;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certifier.state.StateStore;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/// Which certificates have been revoked: a mark `revoked/SERIAL` for each, written by whoever revoked it, and noticed by
/// a certifier in its next pass, even in another process. What the private authority keeps of its revocations, as
/// `revoked/ISSUER-SERIAL`, is a mark as well.
public final class RevokedMarks {

    private static final String FOLDER = "revoked";

    private RevokedMarks() {}

    /// Marks a certificate.
    ///
    /// @throws IOException if the mark cannot be kept
    public static void mark(StateStore state, Certificate leaf) throws IOException {
        state.write(FOLDER + "/" + serial(leaf), leaf.pem());
    }

    /// {@return the serial numbers of all that are marked, in lower-case hexadecimal digits}
    ///
    /// @throws IOException if that cannot be told
    public static Set<String> read(StateStore state) throws IOException {
        return state.names(FOLDER).stream()
                .map(name -> name.substring(name.lastIndexOf('-') + 1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// {@return the serial number of a certificate in lower-case hexadecimal digits}
    public static String serial(Certificate leaf) {
        return leaf.x509().getSerialNumber().toString(16);
    }
}
