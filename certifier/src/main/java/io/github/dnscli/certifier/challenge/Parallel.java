package io.github.dnscli.certifier.challenge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Does the same with several things at once, each on a thread of its own, whose waits on the network end when it is
/// interrupted. No thread outlives the call.
final class Parallel {

    /// How many conversations are under way at once with a server; more would look like an attack to some.
    static final int POLITE = 16;

    /// As many as there are things, where each waits for somebody else.
    static final int ALL = Integer.MAX_VALUE;

    /// What is done with a thing.
    ///
    /// @param <A> the thing
    /// @param <B> what comes of it
    @FunctionalInterface
    interface Work<A, B> {

        /// {@return what comes of it}
        ///
        /// @throws InterruptedException if the time is up
        B on(A item) throws InterruptedException;
    }

    private Parallel() {}

    /// {@return what comes of each thing, in their order; nothing of those that take longer than the limit}
    ///
    /// @param atOnce how many things at the same time
    /// @throws InterruptedException if the caller is interrupted; the work has ended then
    static <A, B> List<Optional<B>> each(
            Collection<? extends A> items, int atOnce, TimeLimit limit, Work<A, B> work)
            throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads
                    .invokeAll(calls(items, atOnce, work), limit.nanosLeft(), TimeUnit.NANOSECONDS)
                    .stream()
                    .map(Parallel::outcome)
                    .toList();
        }
    }

    /// {@return what comes of each thing, in their order; an interrupt does not end the work, and is remembered}
    static <A, B> List<B> eachToTheEnd(Collection<? extends A> items, Work<A, B> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return submitted(threads, calls(items, POLITE, work)).stream()
                    .map(Parallel::outcome)
                    .map(Optional::orElseThrow)
                    .toList();
        }
    }

    private static <B> List<Future<B>> submitted(ExecutorService threads, List<Callable<B>> calls) {
        var futures = new ArrayList<Future<B>>();
        calls.forEach(call -> futures.add(threads.submit(call)));
        return futures;
    }

    private static <A, B> List<Callable<B>> calls(
            Collection<? extends A> items, int atOnce, Work<A, B> work) {
        var turns = new Semaphore(atOnce);
        var calls = new ArrayList<Callable<B>>();
        for (var item : items) {
            calls.add(
                    () -> {
                        turns.acquire();
                        try {
                            return work.on(item);
                        } finally {
                            turns.release();
                        }
                    });
        }
        return calls;
    }

    private static <B> Optional<B> outcome(Future<B> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return Optional.of(future.get());
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
        } catch (CancellationException _) {
            return Optional.empty();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
