package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.cli.Launcher;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.check.Circumstances;
import io.github.dnscli.common.record.Ttl;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What options tell the rules.
class LimitsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void areTheUsualOnesUnlessSomebodySaysOtherwise() {
        var circumstances = circumstances("example.com");

        assertThat(circumstances.now()).isEqualTo(NOW);
        assertThat(circumstances.expiryMargin()).isEqualTo(Circumstances.EXPIRY_MARGIN);
        assertThat(circumstances.longestTtl()).isEmpty();
    }

    @Test
    void areWhatTheUserSays() {
        var circumstances =
                circumstances(
                        "--time=2027-01-01T01:00:00+01:00",
                        "--expiry-margin=2w",
                        "--max-ttl=1d",
                        "example.com");

        assertThat(circumstances.now()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(circumstances.expiryMargin()).isEqualTo(Duration.ofDays(14));
        assertThat(circumstances.longestTtl()).contains(new Ttl(86400));
    }

    private static Circumstances circumstances(String... words) {
        var parsed = Launcher.model(new OzoneCommand()).parseArgs(words);
        var options = OzoneOptions.of(parsed, Map.of());
        var world = World.real().withClock(InstantSource.fixed(NOW));
        return Judging.of(
                        options,
                        new Disk(world, Optional.empty()),
                        _ -> Optional.empty(),
                        new Pace())
                .circumstances();
    }
}
