package io.github.dnscli.common.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "INCREMENT, 7,          8",
        "INCREMENT, 4294967295, 1",
        "DATE,      7,          2026112401",
        "DATE,      2026112401, 2026112402",
        "DATE,      2026112499, 2026112500",
        "DATE,      2026112507, 2026112508",
        "DATE,      2025010199, 2026112401",
        "DATE,      4200000000, 4200000001",
        "UNIX,      7,          1795521600",
        "UNIX,      1795521600, 1795521601",
        "UNIX,      2026112401, 2026112402",
    })
    void movesForwardInItsFormOrByOne(SerialPolicy policy, long last, long next) {
        assertThat(policy.next(new Serial(last), NOW)).isEqualTo(new Serial(next));
    }

    @Test
    void isAlwaysNewerWhateverTheSerialAndTheTime() {
        var random = new Random(1982);
        for (int i = 0; i < 10_000; i++) {
            var last = new Serial(random.nextLong(1L << 32));
            var now = Instant.ofEpochSecond(random.nextLong(1L << 34));
            for (var policy : SerialPolicy.values()) {
                assertThat(policy.next(last, now).isNewerThan(last))
                        .as("%s after %s at %s", policy, last, now)
                        .isTrue();
            }
        }
    }
}
