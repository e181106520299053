package io.github.dnscli.common.wire;

import io.github.dnscli.common.key.TsigKey;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Verifies the messages of one transfer as they come, each over the signature of the last signed one before
/// (RFC 8945 §5.3.1). The first message must be signed, and the last, and not more than 99 between may be unsigned.
///
/// OCaml's servers sign each message as if it were the first: over the request's signature, with all TSIG variables.
/// That is taken as well, if the second message is signed so, and from then on all the others must be. Such a signature
/// vouches for what a message says as much as any; it does not say which message comes after which, so that one that is
/// lost or moved on the way goes unnoticed; one that comes twice does not. A chain stays a chain: of its messages only
/// the first fits the other form, and that is not taken a second time.
public final class TransferVerifier {

    private static final int MOST_UNSIGNED = 99;

    private enum Form {
        /// Nothing has come yet.
        NONE,
        /// One message has come, and it would be the same in either form.
        EITHER,
        /// Each message is signed over the one before.
        CHAIN,
        /// Each message is signed over the request.
        SINGLE
    }

    private final TsigKey key;
    private final Mac requestMac;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final Set<Mac> seen = new HashSet<>();
    private Mac prior;
    private Form form = Form.NONE;
    private int unsigned;

    /// Begins a transfer.
    ///
    /// @param key the key that the request was signed with
    /// @param requestMac the request's signature
    public TransferVerifier(TsigKey key, Mac requestMac) {
        this.key = key;
        this.requestMac = requestMac;
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
        byte[] message = TsigDigest.unsigned(wire, tsig, tsig.originalId());
        var verified =
                switch (form) {
                    case NONE -> single(message, tsig, now, Form.EITHER);
                    case SINGLE -> single(message, tsig, now, Form.SINGLE);
                    case CHAIN -> chained(message, tsig, now);
                    case EITHER -> second(message, tsig, now);
                };
        prior = tsig.mac();
        pending.reset();
        unsigned = 0;
        return verified;
    }

    private Verified second(byte[] message, TsigRecord tsig, Instant now) {
        var chained = chained(message, tsig, now);
        boolean mayBeSingle = isBadSignature(chained) && unsigned == 0;
        var single = mayBeSingle ? single(message, tsig, now, Form.SINGLE) : chained;
        return isBadSignature(single) ? chained : single;
    }

    private static boolean isBadSignature(Verified verified) {
        return verified instanceof Verified.Bad(TsigFault.BadSignature _, _, _);
    }

    private Verified chained(byte[] message, TsigRecord tsig, Instant now) {
        var digest = new TsigDigest(key).prior(prior).message(pending.toByteArray());
        byte[] expected = digest.message(message).timers(tsig).finish();
        return judge(tsig, expected, now, Form.CHAIN);
    }

    private Verified single(byte[] message, TsigRecord tsig, Instant now, Form next) {
        var digest = new TsigDigest(key).prior(requestMac).message(message);
        byte[] expected = digest.variables(tsig).finish();
        // The whole signature counts: a cut one could be cut elsewhere to look like another.
        boolean isNew = seen.add(new Mac(expected));
        return judge(tsig, isNew ? expected : new byte[0], now, next);
    }

    private Verified judge(TsigRecord tsig, byte[] expected, Instant now, Form next) {
        var verified = Verifier.reply(tsig, key, () -> expected, now);
        if (verified instanceof Verified.Good) {
            form = next;
        }
        return verified;
    }

    private Verified unsigned(byte[] wire) {
        unsigned++;
        boolean mayBeUnsigned = form == Form.EITHER || form == Form.CHAIN;
        if (!mayBeUnsigned || unsigned > MOST_UNSIGNED) {
            return new Verified.Bad(
                    new TsigFault.Missing(key.name()), Optional.empty(), Optional.of(key));
        }
        pending.writeBytes(wire);
        return new Verified.Unsigned();
    }

    /// {@return the fault in a transfer that has come to its end: its last message must be signed}
    public Optional<TsigFault> end() {
        return unsigned == 0 && form != Form.NONE
                ? Optional.empty()
                : Optional.of(new TsigFault.Missing(key.name()));
    }
}
