package io.github.dnscli.oserve.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Nothing that was acknowledged is ever lost, nor anything that the operator pushed.
class TortureTest {

    @TempDir Path folder;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void bearsItForSomeSeconds() throws Exception {
        bear(TorturePlan.brief(seed()));
    }

    @Test
    @Tag("slow")
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void bearsItForAMinute() throws Exception {
        bear(TorturePlan.full(seed()));
    }

    private static long seed() {
        return ThreadLocalRandom.current().nextLong();
    }

    @SuppressWarnings("SystemOut") // the figures are for the record
    private void bear(TorturePlan plan) throws Exception {
        try (var torture = new Torture(plan, folder)) {
            var problems = torture.run();
            System.out.println(torture.figures());
            assertThat(problems).as("%s%n%s", plan, Files.readString(torture.log())).isEmpty();
        }
    }
}
