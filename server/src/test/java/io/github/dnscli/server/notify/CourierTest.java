package io.github.dnscli.server.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.server.notify.Courier.Errand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CourierTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private final Courier courier =
            new Courier(List.of(Duration.ofSeconds(1), Duration.ofSeconds(5)));

    private static News news(String zone, int serial) {
        return new News(DomainName.of(zone), new Serial(serial), Optional.empty());
    }

    private Errand due(long now) {
        return courier.due(now).orElseThrow();
    }

    @Test
    void triesAtOnceThenAfterEachPauseThenNeverAgain() {
        courier.take(news("a.example", 1), 0);
        assertThat(courier.postponeAll(0)).isEmpty();
        assertThat(courier.due(SECOND - 1)).isEmpty();
        assertThat(courier.next()).hasValue(SECOND);
        assertThat(courier.due(SECOND)).isPresent();
        assertThat(courier.postponeAll(SECOND)).isEmpty();
        assertThat(courier.next()).hasValue(6 * SECOND);
        assertThat(courier.postponeAll(6 * SECOND)).hasSize(1);
        assertThat(courier.isIdle()).isTrue();
    }

    @Test
    void forgetsWhatIsDelivered() {
        courier.take(news("a.example", 1), 0);
        assertThat(courier.settle(due(0))).isTrue();
        assertThat(courier.isIdle()).isTrue();
    }

    @Test
    void newerNewsTakesThePlaceOfOlder() {
        courier.take(news("a.example", 1), 0);
        var older = due(0);
        courier.take(news("a.example", 2), 0);
        assertThat(courier.settle(older)).isFalse();
        assertThat(due(0).news().serial()).isEqualTo(new Serial(2));
        assertThat(courier.postpone(older, 0)).isFalse();
        assertThat(due(0).failures()).isZero();
    }

    @Test
    void newsForARecipientThatIsSilentWaitsAPause() {
        courier.take(news("a.example", 1), 0);
        courier.postponeAll(0);
        courier.take(news("b.example", 1), 1);
        assertThat(courier.due(1)).isEmpty();
        assertThat(courier.due(SECOND)).isPresent();
    }

    @Test
    void onlyWhatWasDueWaits() {
        courier.take(news("a.example", 1), 0);
        courier.take(news("b.example", 1), 0);
        courier.postpone(due(0), 0);
        courier.postponeAll(0);
        assertThat(courier.next()).hasValue(SECOND);
        courier.postponeAll(SECOND);
        assertThat(courier.postponeAll(6 * SECOND)).hasSize(2);
    }

    @Test
    void newsThatARecipientAnswersDoubtfullyIsGivenUpByItself() {
        courier.take(news("a.example", 1), 0);
        courier.take(news("b.example", 1), 0);
        assertThat(courier.postpone(due(0), 0)).isFalse();
        assertThat(due(0).news().zone()).isEqualTo(DomainName.of("b.example"));
        assertThat(courier.drop()).hasSize(2);
    }
}
