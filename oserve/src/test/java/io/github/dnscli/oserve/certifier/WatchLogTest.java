package io.github.dnscli.oserve.certifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.oserve.log.LogEvent;
import io.github.dnscli.server.event.SecondaryEvent;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchLogTest {

    private static final DomainName ZONE = DomainName.of("example.com");
    private static final ServerAddress SERVER =
            new ServerAddress(InetAddress.ofLiteral("192.0.2.1"), 53);
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final SecondaryEvent FETCHED =
            new SecondaryEvent.Transferred(
                    ZONE, SERVER, new Serial(1), SecondaryEvent.Way.WHOLE, 100, Duration.ZERO);
    private static final SecondaryEvent FAILED =
            new SecondaryEvent.Failed(ZONE, SERVER, "no reply", NOW);

    private final List<LogEvent> events = new ArrayList<>();
    private final WatchLog log = new WatchLog(events::add);

    private List<String> told(SecondaryEvent... happened) {
        events.clear();
        List.of(happened).forEach(log::secondary);
        return events.stream().map(event -> event.level() + " " + event.name()).toList();
    }

    @Test
    void tellsOnceThatAZoneCanBeRead() {
        assertThat(told(FETCHED, FETCHED))
                .containsExactly("INFO zone-fetched", "DETAIL zone-fetched");
    }

    @Test
    void tellsOnceThatAZoneCannotBeReadAndOnceThatItCanAgain() {
        assertThat(told(FETCHED, FAILED, FAILED, FETCHED, FAILED))
                .containsExactly(
                        "INFO zone-fetched",
                        "WARNING zone-not-fetched",
                        "DETAIL zone-not-fetched",
                        "INFO zone-readable",
                        "DETAIL zone-fetched",
                        "WARNING zone-not-fetched");
    }

    @Test
    void tellsEachTimeThatAZoneIsGone() {
        assertThat(
                        told(
                                new SecondaryEvent.Discovered(ZONE, SERVER),
                                FETCHED,
                                new SecondaryEvent.Dropped(ZONE, SERVER),
                                FETCHED,
                                new SecondaryEvent.Expired(ZONE, NOW)))
                .containsExactly(
                        "INFO zone-discovered",
                        "INFO zone-fetched",
                        "WARNING zone-dropped",
                        "INFO zone-fetched",
                        "ERROR zone-expired");
    }

    @Test
    void leavesToOthersWhatTheServerSeesTo() {
        assertThat(told(FETCHED, new SecondaryEvent.Flawed(ZONE, "errors: 1"), disconnected()))
                .containsExactly("INFO zone-fetched", "DETAIL zone-flawed", "DETAIL disconnected");
    }

    private static SecondaryEvent disconnected() {
        return new SecondaryEvent.Disconnected(DomainName.ROOT, SERVER, "closed", NOW);
    }

    @Test
    void tellsOnceThatTheServerCannotBeReachedWhileItHasNamedNoZone() {
        assertThat(told(disconnected(), disconnected()))
                .containsExactly("WARNING disconnected", "DETAIL disconnected");
    }
}
