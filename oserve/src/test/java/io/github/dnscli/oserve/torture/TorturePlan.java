package io.github.dnscli.oserve.torture;

import java.time.Duration;

/// How much a server has to bear.
///
/// @param time how long clients and the operator go on
/// @param clients how many clients, each with a key of its own
/// @param updatesPerSecond of all clients together
/// @param operatorPause between two edits of the operator, half of it before the push
/// @param kills how often the server is killed
/// @param absences how often the remote goes away
/// @param absence how long it stays away
/// @param seed of all that is left to chance
record TorturePlan(
        Duration time,
        int clients,
        int updatesPerSecond,
        Duration operatorPause,
        int kills,
        int absences,
        Duration absence,
        long seed) {

    /// For every build.
    static TorturePlan brief(long seed) {
        return new TorturePlan(
                Duration.ofSeconds(5),
                8,
                200,
                Duration.ofMillis(500),
                1,
                1,
                Duration.ofMillis(700),
                seed);
    }

    /// A whole minute.
    static TorturePlan full(long seed) {
        return new TorturePlan(
                Duration.ofSeconds(60),
                8,
                200,
                Duration.ofSeconds(1),
                8,
                5,
                Duration.ofSeconds(3),
                seed);
    }

    /// {@return the time between two updates of one client}
    Duration clientPause() {
        return Duration.ofSeconds(1).multipliedBy(clients).dividedBy(updatesPerSecond);
    }
}
