package io.github.dnscli.common.wire;

import io.github.dnscli.common.key.TsigKey;
import java.time.Instant;

/// Signs the messages of one transfer. Every message is signed, as RFC 8945 §5.3.1 wants.
public final class TransferSigner {

    private final TsigKey key;
    private final boolean chained;
    private Mac prior;
    private boolean first = true;

    private TransferSigner(TsigKey key, Mac requestMac, boolean chained) {
        this.key = key;
        this.prior = requestMac;
        this.chained = chained;
    }

    /// Begins a transfer in which each message is signed over the signature of the one before (RFC 8945 §5.3.1).
    ///
    /// @param requestMac the signature of the request
    public TransferSigner(TsigKey key, Mac requestMac) {
        this(key, requestMac, true);
    }

    /// {@return the beginning of a transfer in which each message is signed as if it were the first, over the signature
    /// of the request: the only form that OCaml's secondaries take}
    ///
    /// @param requestMac the signature of the request
    public static TransferSigner unchained(TsigKey key, Mac requestMac) {
        return new TransferSigner(key, requestMac, false);
    }

    /// {@return the next message, signed}
    ///
    /// @param message the octets of the message
    public byte[] sign(byte[] message, Instant now) {
        var record = Signer.blank(message, key, now);
        var digest = new TsigDigest(key).prior(prior).message(message);
        var signed =
                Signer.seal(
                        message, first ? digest.variables(record) : digest.timers(record), record);
        if (chained) {
            first = false;
            prior = signed.mac();
        }
        return signed.wire();
    }
}
