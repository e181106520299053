package io.github.dnscli.server.state;

import io.github.dnscli.common.transport.Transport;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/// How news of changes is carried to other servers (RFC 1996 §3.5, §3.6).
///
/// @param transport the way to them
/// @param timeout how long each attempt waits for an answer
/// @param pauses how long to wait after each attempt in vain; when the last is over, one more attempt is made, and then
///     the news is given up: the recipient will ask by itself when its zone's refresh time is over
/// @param atOnce how many recipients are spoken to at once; at least 1
public record NotifySettings(
        Transport transport, Duration timeout, List<Duration> pauses, int atOnce) {

    /// UDP, sent thrice in 2 s, then TCP, until 4 s are over; again after 1, 2, 4, 8, 15, 30, 60 s, then 2, 5, 10, 20 min
    /// and an hour; 16 recipients at once.
    public static final NotifySettings DEFAULT =
            new NotifySettings(
                    Transport.udpThenTcp(),
                    Duration.ofSeconds(4),
                    LongStream.of(1, 2, 4, 8, 15, 30, 60, 120, 300, 600, 1200, 3600)
                            .mapToObj(Duration::ofSeconds)
                            .toList(),
                    16);

    /// Copies the pauses and checks the ranges.
    public NotifySettings {
        pauses = List.copyOf(pauses);
        Range.positive(timeout, "time for an answer");
        pauses.forEach(pause -> Range.positive(pause, "pause between two attempts"));
        Range.atLeast(1, atOnce, "recipients at once");
    }

    /// {@return the same by another way}
    public NotifySettings with(Transport other) {
        return new NotifySettings(other, timeout, pauses, atOnce);
    }

    /// {@return the same with another timeout and other pauses}
    public NotifySettings withTimes(Duration forAnswer, List<Duration> between) {
        return new NotifySettings(transport, forAnswer, between, atOnce);
    }
}
