package io.github.dnscli.certificate.service;

import io.github.dnscli.certificate.Lifetime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// When to look at the DNS again: soon while something is expected or went wrong, and then ever later; seldom while all is
/// well; more often again towards the end of a certificate. Never at the same time as all others.
final class Rhythm {

    private static final int TENTHS = 10;

    private final IdentitySettings settings;
    private final RandomGenerator random;
    private Duration growing;

    Rhythm(IdentitySettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
        this.growing = settings.firstPause();
    }

    /// Begins with short pauses again.
    void hurry() {
        growing = settings.firstPause();
    }

    /// {@return the pause after a look}
    ///
    /// @param held of the certificate in use, unless it has expired
    /// @param trouble whether something went wrong, and what
    Duration next(Instant now, Optional<Lifetime> held, Optional<String> trouble) {
        var longest = held.map(lifetime -> calm(lifetime, now)).orElse(settings.longestPause());
        boolean atRest =
                trouble.isEmpty()
                        && held.filter(lifetime -> now.isBefore(lifetime.renewalDue())).isPresent();
        if (atRest) {
            hurry();
            return varied(longest);
        }
        var pause = shorter(growing, longest);
        growing = shorter(growing.plus(growing.dividedBy(2)), longer(longest, growing));
        return varied(pause);
    }

    /// Until renewal is due the usual pause, but not beyond that time; then the tenth part of what is left.
    private Duration calm(Lifetime lifetime, Instant now) {
        var due = lifetime.renewalDue();
        var pause =
                now.isBefore(due)
                        ? Duration.between(now, due)
                        : lifetime.remaining(now).dividedBy(TENTHS);
        return longer(settings.firstPause(), shorter(pause, settings.refresh()));
    }

    private Duration varied(Duration pause) {
        double factor = 1 + (random.nextDouble() - 0.5) * 2 / TENTHS;
        return Duration.ofNanos((long) (pause.toNanos() * factor));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
