package io.github.dnscli.certifier.acme;

import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Issuance;
import java.time.Instant;
import java.util.Optional;

/// Why something did not come about.
sealed interface Fault {

    /// Time may heal it.
    ///
    /// @param notBefore when to try again, if somebody said so
    record Passing(Failure failure, Optional<Instant> notBefore) implements Fault {}

    /// Only people can.
    record Lasting(Failure failure) implements Fault {}

    Failure failure();

    static Fault passing(Failure.Kind kind, String problem) {
        return new Passing(new Failure(kind, problem), Optional.empty());
    }

    static Fault lasting(Failure.Kind kind, String problem) {
        return new Lasting(new Failure(kind, problem));
    }

    default Issuance issuance(Instant now) {
        return switch (this) {
            case Passing(var failure, var notBefore) ->
                    new Issuance.Later(failure, notBefore.filter(now::isBefore).orElse(now));
            case Lasting(var failure) -> new Issuance.Refused(failure);
        };
    }
}
