package io.github.dnscli.server.update;

import io.github.dnscli.common.wire.Rcode;
import io.github.dnscli.common.wire.Verified;
import io.github.dnscli.server.turn.Effect;
import io.github.dnscli.server.turn.Turn;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Remembers the updates of late by their signatures, so that none is done twice: neither one that a client sends again
/// because the answer was lost, nor one that somebody has listened to and repeats while its signature is fresh. What
/// comes again is answered as it was the first time, and changes nothing; only what failed for want of the server's own
/// means may be tried once more.
///
/// RFC 8945 §5.2.3 would have a server refuse whatever is signed earlier than the last message by the same key. That turns
/// away honest clients whose datagrams overtake each other or whose hosts share a key and not a clock, and still lets the
/// last message through twice. Not for use by several threads at once.
public final class AnsweredUpdates {

    /// How many updates are remembered: five minutes of three hundred in a second. Signatures are not taken any longer
    /// than that, unless a client says so.
    public static final int MOST = 100_000;

    private static final int RCODE_AT = 3;
    private static final int RCODE_BITS = 0xf;

    private final Map<Long, Rcode> outcomes;

    /// Remembers nothing yet.
    ///
    /// @param most how many updates to remember, 1 or more; the oldest are forgotten first
    public AnsweredUpdates(int most) {
        outcomes =
                new LinkedHashMap<>() {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<Long, Rcode> eldest) {
                        return size() > most;
                    }
                };
    }

    /// {@return the answer to an update that has been answered before}; empty for a new one, or one without signature
    public Optional<Effect> repetition(Turn turn) {
        return turn.signature()
                .flatMap(good -> Optional.ofNullable(outcomes.get(sign(good))))
                .map(rcode -> turn.answer(turn.request().reply(rcode)));
    }

    /// {@return the effect that an update has}, remembered
    public Effect remembered(Turn turn, Effect effect) {
        switch (effect) {
            case Effect.Answer(var wire) -> remember(turn, wire);
            case Effect.Refusal(_, var wire) -> remember(turn, wire);
            case Effect.Proposal _,
                    Effect.News _,
                    Effect.Registration _,
                    Effect.Stream _,
                    Effect.Silence _ -> {}
        }
        return effect;
    }

    private void remember(Turn turn, Effect.Wire answer) {
        var rcode = new Rcode(answer.octets()[RCODE_AT] & RCODE_BITS);
        if (!rcode.equals(Rcode.SERVFAIL)) {
            turn.signature().ifPresent(good -> outcomes.put(sign(good), rcode));
        }
    }

    /// The first octets of a signature stay when somebody cuts it on the way, and are enough to tell it from others.
    private static long sign(Verified.Good good) {
        return ByteBuffer.wrap(good.mac().octets()).getLong();
    }
}
