package io.github.dnscli.common.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void tellsHowManyRecordsOfALargeTextHaveBeenRead() {
        assertThat(told(40_000)).isEqualTo(2 * 16_384);
        assertThat(told(100)).isZero();
    }

    private static int told(int records) {
        var told = new AtomicInteger();
        var options = ReaderOptions.forZone(DomainName.ROOT).withPace(told::addAndGet);
        ZoneReader.read(
                Source.of("a 1 A 192.0.2.1\n".repeat(records).getBytes(UTF_8), "zone"), options);
        return told.get();
    }
}
