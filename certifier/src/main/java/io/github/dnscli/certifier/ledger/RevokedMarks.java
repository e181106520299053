package io.github.dnscli.certifier.ledger;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certifier.state.StateStore;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/// Which certificates have been revoked: a mark `revocations/SERIAL` for each, written by whoever revoked it, and noticed
/// by a certifier in its next pass, even in another process. What the private authority keeps of its own revocations, as
/// `revoked/ISSUER-SERIAL`, is a mark as well, and forgotten when it says so.
public final class RevokedMarks {

    private static final String FOLDER = "revocations";
    private static final String PRIVATE_FOLDER = "revoked";

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
        var serials = new HashSet<>(state.names(FOLDER));
        for (var name : state.names(PRIVATE_FOLDER)) {
            serials.add(name.substring(name.lastIndexOf('-') + 1));
        }
        return serials;
    }

    /// {@return the serial number of a certificate in lower-case hexadecimal digits}
    public static String serial(Certificate leaf) {
        return leaf.x509().getSerialNumber().toString(16);
    }
}
