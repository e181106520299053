package io.github.dnscli.ozone;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/// Does things on all cores and hands over what came of them one after the other, in order, each as soon as it and all
/// before it are done.
final class InOrder {

    /// So many per core may be done or under way before the first of them is handed over.
    private static final int AHEAD = 4;

    private InOrder() {}

    static <T, R> void forEach(List<T> items, Function<T, R> work, Consumer<R> taker) {
        int workers = Math.min(Runtime.getRuntime().availableProcessors(), items.size());
        if (workers < 2) {
            items.forEach(item -> taker.accept(work.apply(item)));
            return;
        }
        var threads = Thread.ofPlatform().daemon().name("ozone-", 0).factory();
        var pool = Executors.newFixedThreadPool(workers, threads);
        try {
            var waiting = new ArrayDeque<Future<R>>();
            for (var item : items) {
                if (waiting.size() == workers * AHEAD) {
                    taker.accept(result(waiting.removeFirst()));
                }
                waiting.addLast(pool.submit(() -> work.apply(item)));
            }
            while (!waiting.isEmpty()) {
                taker.accept(result(waiting.removeFirst()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> R result(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException ours -> throw ours;
                case Error ours -> throw ours;
                case Throwable other -> throw new IllegalStateException(other);
                case null -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
