package io.github.dnscli.server.secondary;

import static io.github.dnscli.server.secondary.Story.FIRST;
import static io.github.dnscli.server.secondary.Story.GONE;
import static io.github.dnscli.server.secondary.Story.ORIGIN;
import static io.github.dnscli.server.secondary.Story.SECOND;
import static io.github.dnscli.server.secondary.Story.SILENCE;
import static io.github.dnscli.server.secondary.Story.START;
import static io.github.dnscli.server.secondary.Story.UNFIT;
import static io.github.dnscli.server.secondary.Story.having;
import static io.github.dnscli.server.secondary.Story.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.key.TsigAlgorithm;
import io.github.dnscli.common.key.TsigKey;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.server.event.SecondaryEvent;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZoneWatchTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final TsigKey KEY =
            new TsigKey(DomainName.of("k._transfer"), TsigAlgorithm.SHA256, new byte[32]);

    private static Story served(long serial) {
        var story = Story.ofOnePrimary();
        story.primary = having(zone(serial));
        story.run(Duration.ZERO);
        story.done.clear();
        return story;
    }

    @Test
    void fetchesAZoneThatIsNotHereAtOnce() {
        var story = Story.ofOnePrimary();
        story.primary = having(zone(1));
        story.run(Duration.ZERO);

        assertThat(story.requests()).containsExactly(new ZoneAction.FetchWhole(FIRST));
        assertThat(story.done)
                .extracting(Story.Done::action)
                .contains(new ZoneAction.Publish(zone(1), START, FIRST));
    }

    @Test
    void asksForTheSerialEachRefreshAndNeverLater() {
        var story = served(1);
        story.run(DAY);

        assertThat(story.requests()).allMatch(ZoneAction.AskSerial.class::isInstance);
        assertThat(story.pauses())
                .hasSizeBetween(23, 32)
                .allMatch(pause -> pause.compareTo(HOUR) <= 0)
                .allMatch(pause -> pause.compareTo(HOUR.multipliedBy(3).dividedBy(4)) >= 0);
        assertThat(story.times(ZoneAction.Confirm.class)).hasSameSizeAs(story.requests());
    }

    @Test
    void spreadsItsRefreshes() {
        var story = served(1);
        story.run(DAY);

        assertThat(story.pauses().stream().distinct().count()).isGreaterThan(15);
    }

    @Test
    void fetchesWhatHasChanged() {
        var story = served(1);
        story.primary = having(zone(2));
        story.run(HOUR);

        assertThat(story.requests())
                .containsExactly(
                        new ZoneAction.AskSerial(FIRST),
                        new ZoneAction.FetchChanges(FIRST, new Serial(1)));
        assertThat(story.watch.held().orElseThrow().soa().serial()).isEqualTo(new Serial(2));
    }

    @Test
    void triesAgainLaterWithEachFailureUpToTheTimeOfARefresh() {
        var story = served(1);
        story.primary = _ -> SILENCE;
        story.run(Duration.ofHours(8));

        var pauses = story.pauses();
        var expected = Duration.ofMinutes(10);
        for (var pause : pauses) {
            var longest = expected.compareTo(HOUR) < 0 ? expected : HOUR;
            assertThat(pause).isBetween(longest.multipliedBy(3).dividedBy(4), longest);
            expected = expected.multipliedBy(2);
        }
        assertThat(pauses).hasSizeBetween(8, 14);
    }

    @Test
    void servesAZoneThroughAWeekWithoutPrimaryAndRecovers() {
        var story = Story.ofOnePrimary();
        story.primary = having(zone(1, "3600 600 1209600"));
        story.run(Duration.ZERO);
        story.primary = _ -> SILENCE;
        story.done.clear();
        story.run(Duration.ofDays(7));

        assertThat(story.watch.held()).isPresent();
        assertThat(story.requests()).hasSizeBetween(7 * 24, 10 * 24);
        assertThat(story.reports(SecondaryEvent.Failed.class)).hasSameSizeAs(story.requests());
        story.primary = having(zone(2, "3600 600 1209600"));
        story.run(HOUR);
        assertThat(story.watch.held().orElseThrow().soa().serial()).isEqualTo(new Serial(2));
        assertThat(story.watch.round().failures()).isZero();
    }

    @Test
    void expiresCountedFromTheLastSuccessAndComesBack() {
        var story = served(1);
        story.run(Duration.ofHours(10));
        var confirmed = story.times(ZoneAction.Confirm.class).getLast();
        story.primary = _ -> SILENCE;
        story.run(Duration.ofHours(36));

        assertThat(story.times(ZoneAction.Expire.class)).containsExactly(confirmed.plus(DAY));
        assertThat(story.reports(SecondaryEvent.Expired.class))
                .containsExactly(new SecondaryEvent.Expired(ORIGIN, confirmed));
        story.done.clear();
        story.primary = having(zone(1));
        story.run(HOUR);
        assertThat(story.times(ZoneAction.Publish.class)).hasSize(1);
    }

    @Test
    void expiresEvenWhileAPrimaryIsBeingAsked() {
        var story = served(1);
        story.now = story.watch.wakeAt().orElseThrow();
        assertThat(story.hear(new ZoneEvent.TimePassed()))
                .contains(new ZoneAction.AskSerial(FIRST));
        story.now = story.watch.wakeAt().orElseThrow();

        assertThat(story.now).isEqualTo(START.plus(DAY));
        assertThat(story.hear(new ZoneEvent.TimePassed())).contains(new ZoneAction.Expire());
        assertThat(story.watch.wakeAt()).isEmpty();
        assertThat(story.hear(new ZoneEvent.Answered(new Serial(1))))
                .contains(new ZoneAction.FetchWhole(FIRST));
    }

    @Test
    void keepsItsZoneWhenAPrimaryHasALowerSerialAndSaysSo() {
        var story = new Story(SecondaryZone.of(ORIGIN, FIRST, SECOND));
        story.primary = having(zone(7));
        story.run(Duration.ZERO);
        story.done.clear();
        story.primary = having(zone(6));
        story.run(Duration.ofHours(30));

        assertThat(story.reports(SecondaryEvent.Failed.class).getFirst().reason())
                .contains("6 is lower than ours, 7");
        assertThat(story.requests())
                .startsWith(new ZoneAction.AskSerial(FIRST), new ZoneAction.AskSerial(SECOND));
        assertThat(story.times(ZoneAction.Expire.class)).containsExactly(START.plus(DAY));
    }

    @Test
    void asksItsPrimariesInTurnAndStaysWithTheOneThatAnswers() {
        var story = new Story(SecondaryZone.of(ORIGIN, FIRST, SECOND));
        var having = having(zone(1));
        story.primary =
                action ->
                        action.equals(new ZoneAction.FetchWhole(FIRST))
                                        || action.equals(new ZoneAction.AskSerial(FIRST))
                                ? SILENCE
                                : having.apply(action);
        story.run(HOUR);

        assertThat(story.requests())
                .startsWith(
                        new ZoneAction.FetchWhole(FIRST),
                        new ZoneAction.FetchWhole(SECOND),
                        new ZoneAction.AskSerial(SECOND));
        assertThat(story.reports(SecondaryEvent.Failed.class))
                .containsExactly(new SecondaryEvent.Failed(ORIGIN, FIRST, "no reply", START));
    }

    @Test
    void asksForTheWholeZoneWhereChangesAreNoGood() {
        var story = served(1);
        var newer = having(zone(2));
        story.primary =
                action -> action instanceof ZoneAction.FetchChanges ? UNFIT : newer.apply(action);
        story.run(HOUR);

        assertThat(story.requests())
                .containsExactly(
                        new ZoneAction.AskSerial(FIRST),
                        new ZoneAction.FetchChanges(FIRST, new Serial(1)),
                        new ZoneAction.FetchWhole(FIRST));
        assertThat(story.watch.held().orElseThrow().soa().serial()).isEqualTo(new Serial(2));
    }

    @Test
    void asksForTheWholeZoneNextTimeWhenChangesWereLostOnTheirWay() {
        var story = served(1);
        var newer = having(zone(2));
        story.primary =
                action -> action instanceof ZoneAction.FetchChanges ? SILENCE : newer.apply(action);
        story.run(Duration.ofHours(2));

        assertThat(story.requests())
                .startsWith(
                        new ZoneAction.AskSerial(FIRST),
                        new ZoneAction.FetchChanges(FIRST, new Serial(1)),
                        new ZoneAction.AskSerial(FIRST),
                        new ZoneAction.FetchWhole(FIRST));
    }

    @Test
    void looksAtOnceWhenToldOfAChange() {
        var story = served(1);
        story.run(Duration.ofMinutes(1));
        story.primary = having(zone(2));
        story.tell(story.news(2));
        story.run(Duration.ZERO);

        assertThat(story.times(ZoneAction.Publish.class)).containsExactly(story.now);
    }

    @Test
    void doesNotLookForASerialThatIsNotNewer() {
        var story = served(5);
        story.tell(story.news(5));
        story.tell(story.news(4));
        story.run(Duration.ofMinutes(1));

        assertThat(story.requests()).isEmpty();
    }

    @Test
    void beginsWithThePrimaryThatGaveNotice() {
        var story = new Story(SecondaryZone.of(ORIGIN, FIRST, SECOND));
        story.primary = having(zone(1));
        story.run(Duration.ofMinutes(1));
        story.tell(new ZoneEvent.Notified(Optional.empty(), SECOND.address()));
        story.run(Duration.ofMinutes(1));

        assertThat(story.requests().getLast()).isEqualTo(new ZoneAction.AskSerial(SECOND));
    }

    @Test
    void isNotDrivenByAFloodOfNews() {
        var story = served(1);
        for (int i = 0; i < 100_000; i++) {
            story.run(Duration.ofMillis(1));
            story.tell(story.news(1000 + i));
        }

        assertThat(story.requests()).hasSizeBetween(90, 101);
    }

    @Test
    void isNotDrivenToABrokenPrimaryByAFloodOfNews() {
        var story = served(1);
        story.primary = _ -> SILENCE;
        for (int i = 0; i < 600_000; i++) {
            story.run(Duration.ofMillis(1));
            story.tell(story.news(1000 + i));
        }

        assertThat(story.requests()).hasSizeBetween(40, 46);
    }

    @Test
    void looksOnceMoreForAllNewsThatCameWhileItAsked() {
        var story = served(1);
        story.run(Duration.ofMinutes(1));
        story.tell(story.news(2));
        assertThat(story.hear(new ZoneEvent.TimePassed()))
                .contains(new ZoneAction.AskSerial(FIRST));
        for (int i = 3; i < 1000; i++) {
            assertThat(story.hear(story.news(i))).isEmpty();
        }
        story.primary = having(zone(999));
        story.tell(new ZoneEvent.Answered(new Serial(1)));
        story.run(Duration.ofMinutes(1));

        assertThat(story.requests())
                .containsExactly(
                        new ZoneAction.AskSerial(FIRST),
                        new ZoneAction.AskSerial(FIRST),
                        new ZoneAction.FetchChanges(FIRST, new Serial(1)));
    }

    @Test
    void givesUpADiscoveredZoneThatIsGone() {
        var story = new Story(new Discovery(FIRST, KEY).zone(ORIGIN));
        story.primary = having(zone(1));
        story.run(Duration.ZERO);
        story.primary = _ -> GONE;
        story.now = story.watch.wakeAt().orElseThrow();
        story.tell(new ZoneEvent.TimePassed());

        assertThat(story.times(ZoneAction.Drop.class)).hasSize(1);
    }

    @Test
    void servesAZoneOfTheOperatorUntilItExpiresThoughItsPrimarySaysItIsGone() {
        var story = served(1);
        story.primary = _ -> GONE;
        story.run(Duration.ofHours(23));
        assertThat(story.watch.held()).isPresent();
        story.run(HOUR);

        assertThat(story.times(ZoneAction.Expire.class)).containsExactly(START.plus(DAY));
        assertThat(story.reports(SecondaryEvent.Dropped.class)).isEmpty();
    }

    @Test
    void takesNoTimerOfAStrangerBeyondItsBounds() {
        var hasty = Story.ofOnePrimary();
        hasty.primary = having(zone(1, "0 0 0"));
        hasty.run(HOUR);
        assertThat(hasty.requests()).hasSizeBetween(100, 170);
        assertThat(hasty.times(ZoneAction.Expire.class)).isEmpty();

        var lazy = Story.ofOnePrimary();
        lazy.primary = having(zone(1, "4294967295 4294967295 4294967295"));
        lazy.run(Duration.ofDays(10));
        assertThat(lazy.requests()).hasSizeBetween(10, 15);
        lazy.primary = _ -> SILENCE;
        lazy.run(Duration.ofDays(200));
        assertThat(lazy.times(ZoneAction.Expire.class)).hasSize(1);
    }

    @Test
    void triesForAZoneThatNeverCameLaterWithEachFailure() {
        var story = Story.ofOnePrimary();
        story.run(Duration.ofDays(7));

        assertThat(story.pauses().getFirst())
                .isBetween(Duration.ofMillis(3750), Duration.ofSeconds(5));
        assertThat(story.pauses().getLast()).isBetween(Duration.ofMinutes(45), HOUR);
        assertThat(story.requests()).hasSizeBetween(160, 250);
    }
}
