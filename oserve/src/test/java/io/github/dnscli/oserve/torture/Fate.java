package io.github.dnscli.oserve.torture;

import io.github.dnscli.testkit.BareRepository;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What comes over the server: kills, and absences of the remote, at random times.
///
/// @param plan how often
/// @param remote goes and comes back
/// @param server is killed and started again
record Fate(TorturePlan plan, BareRepository remote, Victim server) implements Callable<Void> {

    /// Who is killed.
    interface Victim {

        /// Kills the server and starts another in its place.
        ///
        /// @throws IOException if that does not start
        void killAndRestart() throws IOException;
    }

    private sealed interface Blow {
        /// Nanoseconds from the start.
        long time();

        record Kill(long time) implements Blow {}

        record Absence(long time) implements Blow {}
    }

    @Override
    public Void call() throws IOException {
        long start = System.nanoTime();
        for (var blow : blows()) {
            pause(start + blow.time() - System.nanoTime());
            switch (blow) {
                case Blow.Kill _ -> server.killAndRestart();
                case Blow.Absence _ -> {
                    remote.goAway();
                    pause(plan.absence().toNanos());
                    remote.comeBack();
                }
            }
        }
        return null;
    }

    private static void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private List<Blow> blows() {
        var random = new Random(plan.seed());
        return Stream.<Blow>concat(
                        times(random, plan.kills()).mapToObj(Blow.Kill::new),
                        times(random, plan.absences()).mapToObj(Blow.Absence::new))
                .sorted((one, other) -> Long.compare(one.time(), other.time()))
                .toList();
    }

    /// Not at the very start and end, where nothing happens yet or any more.
    private LongStream times(Random random, int count) {
        long tenth = plan.time().toNanos() / 10;
        return random.longs(count, tenth, 9 * tenth);
    }
}
