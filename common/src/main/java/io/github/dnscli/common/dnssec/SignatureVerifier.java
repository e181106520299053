package io.github.dnscli.common.dnssec;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.SignatureException;
import java.util.HashMap;
import java.util.Map;

/// Verifies signatures, one after the other: not for several threads at once.
public final class SignatureVerifier {

    private final Map<DecodedKey.Usable, Signature> ready = new HashMap<>();

    /// {@return whether a signature is one of these records by this key}; neither the time nor any other field is looked at
    ///
    /// @param records the octets of the records with the original TTL, see [CanonicalSet#wire]
    public boolean verifies(RecordSignature signature, byte[] records, DecodedKey.Usable key) {
        try {
            var verification = verification(key);
            verification.update(signature.signedPart());
            verification.update(records);
            return verification.verify(signature.signature());
        } catch (SignatureException _) {
            ready.remove(
                    key); // a signature of a wrong shape; what state it leaves behind is not said
            return false;
        } catch (GeneralSecurityException _) {
            return false; // the key does not fit its algorithm
        }
    }

    private Signature verification(DecodedKey.Usable key) throws GeneralSecurityException {
        var known = ready.get(key);
        if (known != null) {
            return known;
        }
        var fresh = Signature.getInstance(key.signature());
        fresh.initVerify(key.key());
        ready.put(key, fresh);
        return fresh;
    }
}
