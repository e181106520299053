package io.github.dnscli.server.socket;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// The threads that wait at listening sockets. A socket that was closed holds its address for as long as the system has
/// a thread waiting at it, so whoever wants the address to be free waits for the threads as well.
final class SocketThreads {

    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /// Starts one.
    ///
    /// @param task takes what comes at a socket, until that is closed
    void start(String name, Runnable task) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(task));
    }

    /// Waits until all have ended, but for the one that calls.
    ///
    /// @param timeLeft tells how long to wait at the most, asked before each wait
    /// @throws InterruptedException if the calling thread is told not to wait
    void awaitEnd(Supplier<Duration> timeLeft) throws InterruptedException {
        for (var thread : threads) {
            if (!thread.equals(Thread.currentThread())) {
                thread.join(timeLeft.get());
            }
        }
    }
}
