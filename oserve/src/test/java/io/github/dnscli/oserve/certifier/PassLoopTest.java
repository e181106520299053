package io.github.dnscli.oserve.certifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.testkit.Patience;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PassLoopTest {

    private final AtomicInteger passes = new AtomicInteger();
    private final AtomicReference<Optional<Instant>> next = new AtomicReference<>(Optional.empty());
    private final CopyOnWriteArrayList<Throwable> bugs = new CopyOnWriteArrayList<>();

    private PassLoop start(Runnable pass) {
        return PassLoop.start(pass, next::get, bugs::add, InstantSource.system());
    }

    @Test
    void passesAtTheStartAndWheneverItIsRung() {
        try (var loop = start(passes::incrementAndGet)) {
            Patience.until("the first pass", () -> passes.get() == 1);
            loop.ring();
            Patience.until("the second pass", () -> passes.get() == 2);
        }
    }

    @Test
    void makesOnePassOfManyRings() throws Exception {
        var isInPass = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var loop =
                start(
                        () -> {
                            isInPass.countDown();
                            if (passes.incrementAndGet() == 1) {
                                awaitQuietly(go);
                            }
                        })) {
            isInPass.await();
            for (int i = 0; i < 100; i++) {
                loop.ring();
            }
            go.countDown();
            Patience.until("the second pass", () -> passes.get() == 2);
        }
        assertThat(passes).hasValueLessThanOrEqualTo(3);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void passesWhenItsTimeHasCome() {
        try (var _ =
                start(
                        () -> {
                            boolean isFirst = passes.incrementAndGet() == 1;
                            next.set(
                                    isFirst
                                            ? Optional.of(Instant.now().plusMillis(50))
                                            : Optional.empty());
                        })) {
            Patience.until("the second pass", () -> passes.get() == 2);
        }
    }

    private static void fail() {
        throw new IllegalStateException("a bug");
    }

    private static void failDeeply() {
        throw new StackOverflowError("a bug");
    }

    private static Stream<Runnable> failures() {
        return Stream.of(PassLoopTest::fail, PassLoopTest::failDeeply);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsOfABugAndDoesNotEnd(Runnable failure) {
        try (var _ = start(failure)) {
            Patience.until("the bug", () -> !bugs.isEmpty());
        }
        assertThat(bugs).first().extracting(Throwable::getMessage).isEqualTo("a bug");
    }

    @Test
    void makesNoPassAfterTheEnd() {
        var loop = start(passes::incrementAndGet);
        loop.close();
        int before = passes.get();
        loop.ring();

        assertThat(passes).hasValue(before);
    }
}
