package io.github.dnscli.server.notify;

import io.github.dnscli.common.name.DomainName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What one recipient has still to be told, and when to try. News of a zone takes the place of older news of it, and
/// has its own attempts; but when the recipient cannot be reached at all, everything that was due waits. Times are
/// nanoseconds of a clock that never jumps. Not for use by several threads at once.
final class Courier {

    /// One piece of news on its way.
    ///
    /// @param news the news
    /// @param failures how many attempts were in vain
    /// @param due when to try next
    record Errand(News news, int failures, long due) {}

    private final List<Duration> pauses;
    private final Map<DomainName, Errand> pending = new LinkedHashMap<>();
    private OptionalLong notBefore = OptionalLong.empty();
    private boolean isOnItsWay;

    /// Has nothing to tell yet.
    ///
    /// @param pauses between the attempts
    Courier(List<Duration> pauses) {
        this.pauses = pauses;
    }

    /// Takes news, to be told at once, or as soon as a recipient that does not answer may be tried again.
    void take(News news, long now) {
        long due =
                notBefore.isPresent() && notBefore.getAsLong() - now > 0
                        ? notBefore.getAsLong()
                        : now;
        pending.put(news.zone(), new Errand(news, 0, due));
    }

    /// {@return the next errand whose time has come}
    Optional<Errand> due(long now) {
        return pending.values().stream().filter(errand -> errand.due() - now <= 0).findFirst();
    }

    /// {@return when the next errand's time comes; empty when there is none}
    OptionalLong next() {
        return pending.values().stream()
                .mapToLong(Errand::due)
                .reduce((earlier, later) -> later - earlier < 0 ? later : earlier);
    }

    /// Forgets an errand that has come to its end, unless newer news has taken its place.
    ///
    /// @return whether that was the zone's latest news
    boolean settle(Errand errand) {
        notBefore = OptionalLong.empty();
        return pending.remove(errand.news().zone(), errand);
    }

    /// Counts an attempt in vain.
    ///
    /// @return whether it was the last: the errand is forgotten
    boolean postpone(Errand errand, long now) {
        var zone = errand.news().zone();
        if (errand.failures() == pauses.size()) {
            return pending.remove(zone, errand);
        }
        long due = now + pauses.get(errand.failures()).toNanos();
        pending.replace(zone, errand, new Errand(errand.news(), errand.failures() + 1, due));
        return false;
    }

    /// Counts an attempt in vain for everything that was due: the recipient did not answer.
    ///
    /// @return the errands that are given up
    List<Errand> postponeAll(long now) {
        pauses.stream().findFirst().ifPresent(p -> notBefore = OptionalLong.of(now + p.toNanos()));
        var givenUp = new ArrayList<Errand>();
        for (var errand : List.copyOf(pending.values())) {
            if (errand.due() - now <= 0 && postpone(errand, now)) {
                givenUp.add(errand);
            }
        }
        return givenUp;
    }

    /// {@return all that is still to be told, which is forgotten}
    List<Errand> drop() {
        var dropped = List.copyOf(pending.values());
        pending.clear();
        return dropped;
    }

    boolean isIdle() {
        return pending.isEmpty() && !isOnItsWay;
    }

    boolean isOnItsWay() {
        return isOnItsWay;
    }

    void setOut() {
        isOnItsWay = true;
    }

    void comeBack() {
        isOnItsWay = false;
    }
}
