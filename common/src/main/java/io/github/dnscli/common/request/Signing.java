package io.github.dnscli.common.request;

import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.wire.Decoded;
import io.github.dnscli.common.wire.Mac;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.MessageCodec;
import io.github.dnscli.common.wire.Signer;
import io.github.dnscli.common.wire.TransferVerifier;
import io.github.dnscli.common.wire.TsigFault;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.common.wire.Verifier;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether and how a request is signed, and what its reply's signature is worth in turn.
sealed interface Signing {

    /// Not at all.
    Signing NONE = new Not();

    /// {@return the octets of a message, signed at this moment}
    byte[] wire(Message message);

    /// {@return what is wrong with the signature of a reply; empty when nothing is}
    Optional<TsigFault> fault(byte[] octets, Decoded.Valid reply);

    /// {@return what judges the signatures of a reply of several messages}
    Chain chain();

    /// Judges the signatures of a reply of several messages, one after the other.
    interface Chain {

        /// {@return what is wrong with the signature of the next message; empty when nothing is}
        Optional<TsigFault> next(byte[] octets, Decoded.Valid message);

        /// {@return what is wrong with the whole, once it has ended}
        Optional<TsigFault> end();
    }

    /// No signature.
    record Not() implements Signing, Chain {

        @Override
        public byte[] wire(Message message) {
            return MessageCodec.encode(message);
        }

        @Override
        public Optional<TsigFault> fault(byte[] octets, Decoded.Valid reply) {
            return Optional.empty();
        }

        @Override
        public Chain chain() {
            return this;
        }

        @Override
        public Optional<TsigFault> next(byte[] octets, Decoded.Valid message) {
            return Optional.empty();
        }

        @Override
        public Optional<TsigFault> end() {
            return Optional.empty();
        }
    }

    /// Signed with a key. Each attempt is signed afresh, and the reply may be to any of them.
    final class With implements Signing {

        private final TsigKey key;
        private final InstantSource clock;
        private final List<Mac> attempts = new ArrayList<>();

        With(TsigKey key, InstantSource clock) {
            this.key = key;
            this.clock = clock;
        }

        @Override
        public byte[] wire(Message message) {
            var signed = Signer.sign(MessageCodec.encode(message), key, clock.instant());
            attempts.add(signed.mac());
            return signed.wire();
        }

        @Override
        public Optional<TsigFault> fault(byte[] octets, Decoded.Valid reply) {
            var fault = Optional.<TsigFault>empty();
            for (var attempt : attempts) {
                fault = of(Verifier.reply(octets, reply, key, attempt, clock.instant()));
                if (fault.isEmpty()) {
                    return fault;
                }
            }
            return fault;
        }

        @Override
        public Chain chain() {
            var verifier = new TransferVerifier(key, attempts.getLast());
            return new Chain() {
                @Override
                public Optional<TsigFault> next(byte[] octets, Decoded.Valid message) {
                    return of(verifier.next(octets, message, clock.instant()));
                }

                @Override
                public Optional<TsigFault> end() {
                    return verifier.end();
                }
            };
        }

        private static Optional<TsigFault> of(Verified verified) {
            return switch (verified) {
                case Verified.Good _, Verified.Unsigned _ -> Optional.empty();
                case Verified.Bad bad -> Optional.of(bad.fault());
            };
        }
    }
}
