package io.github.dnscli.common.wire;

import io.github.dnscli.common.key.TsigKey;
import java.time.Instant;

/// Signs the messages of one transfer, each over the signature of the one before (RFC 8945 §5.3.1). Every message is
/// signed: some clients take nothing less.
public final class TransferSigner {

    private final TsigKey key;
    private Mac prior;
    private boolean first = true;

    /// Begins a transfer.
    ///
    /// @param requestMac the signature of the request
    public TransferSigner(TsigKey key, Mac requestMac) {
        this.key = key;
        this.prior = requestMac;
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
        first = false;
        prior = signed.mac();
        return signed.wire();
    }
}
