package io.github.dnscli.common.wire;

import io.github.dnscli.common.key.TsigKey;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Optional;

/// Verifies the messages of one transfer as they come, each over the signature of the last signed one before
/// (RFC 8945 §5.3.1). The first message must be signed, and the last, and not more than 99 between may be unsigned.
public final class TransferVerifier {

    private static final int MOST_UNSIGNED = 99;

    private final TsigKey key;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private Mac prior;
    private boolean first = true;
    private int unsigned;

    /// Begins a transfer.
    ///
    /// @param key the key that the request was signed with
    /// @param requestMac the request's signature
    public TransferVerifier(TsigKey key, Mac requestMac) {
        this.key = key;
        this.prior = requestMac;
    }

    /// {@return what the next message's signature is worth; [Verified.Unsigned] leaves the judgement to a later one}
    ///
    /// @param wire the octets of the message
    /// @param decoded what they mean
    public Verified next(byte[] wire, Decoded.Valid decoded, Instant now) {
        if (decoded.tsig().isEmpty()) {
            return unsigned(wire);
        }
        var tsig = decoded.tsig().get();
        var digest = new TsigDigest(key).prior(prior).message(pending.toByteArray());
        digest.message(TsigDigest.unsigned(wire, tsig, tsig.originalId()));
        var whole = first ? digest.variables(tsig) : digest.timers(tsig);
        var verified = Verifier.reply(tsig, key, whole::finish, now);
        first = false;
        prior = tsig.mac();
        pending.reset();
        unsigned = 0;
        return verified;
    }

    private Verified unsigned(byte[] wire) {
        unsigned++;
        if (first || unsigned > MOST_UNSIGNED) {
            return new Verified.Bad(
                    new TsigFault.Missing(key.name()), Optional.empty(), Optional.of(key));
        }
        pending.writeBytes(wire);
        return new Verified.Unsigned();
    }

    /// {@return the fault in a transfer that has come to its end: its last message must be signed}
    public Optional<TsigFault> end() {
        return unsigned == 0 && !first
                ? Optional.empty()
                : Optional.of(new TsigFault.Missing(key.name()));
    }
}
