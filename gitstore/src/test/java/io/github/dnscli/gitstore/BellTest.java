package io.github.dnscli.gitstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BellTest {

    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void aBurstIsWaitedForToItsEnd() throws Exception {
        var bell = new Bell(MOMENT, LONG);
        bell.edited();
        assertThat(bell.takeBurst()).isFalse();
        bell.await(LONG);
        assertThat(bell.takeBurst()).isTrue();
        assertThat(bell.takeBurst()).isFalse();
    }

    @Test
    void noBurstLastsForEver() throws Exception {
        var bell = new Bell(LONG, MOMENT);
        bell.edited();
        bell.await(LONG);
        assertThat(bell.takeBurst()).isTrue();
    }

    @Test
    void aFetchIsNotWaitedFor() throws Exception {
        var bell = new Bell(LONG, LONG);
        bell.fetch();
        bell.fetch();
        bell.await(LONG);
        assertThat(bell.takeFetch()).isTrue();
        assertThat(bell.takeFetch()).isFalse();
    }

    @Test
    void atTheEndNothingIsWaitedFor() throws Exception {
        var bell = new Bell(LONG, LONG);
        bell.edited();
        bell.stop();
        bell.await(LONG);
        bell.pause(LONG);
        assertThat(bell.takeBurst()).isTrue();
        assertThat(bell.isStopping()).isTrue();
    }

    @Test
    void whoIsToPauseHearsNothingElse() throws Exception {
        var bell = new Bell(LONG, LONG);
        bell.fetch();
        long begin = System.nanoTime();
        bell.pause(MOMENT);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(MOMENT);
        assertThat(bell.takeFetch()).isTrue();
    }
}
