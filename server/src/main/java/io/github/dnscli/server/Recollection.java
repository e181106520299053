package io.github.dnscli.server;

import io.github.dnscli.common.finding.IoTrouble;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.common.zone.ZoneDiff;
import io.github.dnscli.common.zone.ZoneHistory;
import io.github.dnscli.server.state.TransferSettings;
import io.github.dnscli.server.transfer.TransferOut;
import io.github.dnscli.server.turn.Turn;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks up what clients want to catch up from and the state does not know any more. Few look-ups run at once, those who
/// want the same wait for one, and the last few are remembered. Whoever would wait too long gets the whole zone, and next
/// time perhaps what has been found meanwhile.
final class Recollection {

    private static final System.Logger LOG = System.getLogger(Recollection.class.getName());
    private static final int AT_ONCE = 2;

    /// Knot gives up on a silent primary after 5 s.
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private static final int MOST_REMEMBERED = 16;

    /// Longer steps, in records, are looked up again by whoever wants them next.
    private static final int MOST_RECORDS = 20_000;

    private final ZonePast past;
    private final Duration patience;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final LinkedHashMap<Wish, Memory> memories = new LinkedHashMap<>();

    /// @param turn how long a transfer waits for its turn
    Recollection(ZonePast past, Duration turn) {
        this.past = past;
        this.patience = turn.compareTo(LONGEST) < 0 ? turn : LONGEST;
    }

    /// What a client wants to know.
    ///
    /// @param origin the zone
    /// @param held the serial of the version it has
    private record Wish(DomainName origin, Serial held) {}

    /// What comes of a look-up.
    ///
    /// @param zone the zone as it was then, which another may have replaced
    /// @param step what has changed since; empty if that is not known
    private record Memory(
            WeakReference<Zone> zone, CompletableFuture<Optional<ZoneHistory.Step>> step) {}

    /// {@return a request, with a state that knows what it asks for if that can be found out}
    Turn informed(Turn turn) {
        return turn.request()
                .question()
                .filter(_ -> turn.request().opcode().equals(Opcode.QUERY))
                .map(question -> informed(turn, question))
                .orElse(turn);
    }

    private Turn informed(Turn turn, Question question) {
        return TransferOut.unknownVersion(turn, question)
                .map(held -> new Wish(question.name(), held))
                .flatMap(wish -> step(wish, turn.state().zone(question.name()).orElseThrow()))
                .map(step -> turn.with(turn.state().recalling(question.name(), step)))
                .orElse(turn);
    }

    private Optional<ZoneHistory.Step> step(Wish wish, Zone zone) {
        try {
            return memory(wish, zone).step().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (TimeoutException | ExecutionException _) {
            return Optional.empty();
        }
    }

    private synchronized Memory memory(Wish wish, Zone zone) {
        var memory = memories.get(wish);
        if (memory != null && memory.zone().refersTo(zone)) {
            return memory;
        }
        var fresh = new Memory(new WeakReference<>(zone), new CompletableFuture<>());
        memories.putLast(wish, fresh);
        if (memories.size() > MOST_REMEMBERED) {
            memories.pollFirstEntry();
        }
        Thread.ofVirtual().start(() -> fill(fresh, wish, zone));
        return fresh;
    }

    private synchronized void forget(Wish wish, Memory memory) {
        memories.remove(wish, memory);
    }

    private void fill(Memory memory, Wish wish, Zone zone) {
        try {
            var step = lookUp(wish, zone);
            if (step.filter(found -> found.size() > MOST_RECORDS).isPresent()) {
                forget(wish, memory);
            }
            memory.step().complete(step);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, unknown(wish) + ": " + IoTrouble.describe(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, unknown(wish), bug);
        } finally {
            if (!memory.step().isDone()) {
                forget(wish, memory);
                memory.step().complete(Optional.empty());
            }
        }
    }

    private Optional<ZoneHistory.Step> lookUp(Wish wish, Zone zone)
            throws IOException, InterruptedException {
        if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IOException("too many look-ups are under way");
        }
        try {
            return past.version(wish.origin(), wish.held()).flatMap(old -> step(old, zone));
        } finally {
            places.release();
        }
    }

    private static String unknown(Wish wish) {
        return "version "
                + wish.held()
                + " of zone '"
                + wish.origin().display()
                + "' cannot be looked up, and the zone is sent whole";
    }

    private static Optional<ZoneHistory.Step> step(Zone old, Zone zone) {
        int most = Math.max(TransferSettings.LEAST_HISTORY, zone.nameCount());
        return ZoneDiff.between(old, zone, most).flatMap(ZoneHistory.Step::of);
    }
}
