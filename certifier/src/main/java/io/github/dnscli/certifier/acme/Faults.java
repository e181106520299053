package io.github.dnscli.certifier.acme;

import io.github.dnscli.certifier.authority.Failure;
import io.github.dnscli.certifier.authority.Failure.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.shredzone.acme4j.Problem;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeRateLimitedException;
import org.shredzone.acme4j.exception.AcmeServerException;
import org.shredzone.acme4j.exception.AcmeUserActionRequiredException;

/// Tells what the exceptions of acme4j mean.
final class Faults {

    /// How long to keep away from an authority that has been asked too often and does not say how long.
    private static final Duration RATE_LIMIT = Duration.ofHours(1);

    private final AcmeDirectory directory;
    private final InstantSource clock;

    Faults(AcmeSettings settings, InstantSource clock) {
        this.directory = settings.directory();
        this.clock = clock;
    }

    /// {@return what to call the authority in a sentence}
    String who() {
        return "ACME authority '" + directory.name() + "'";
    }

    /// {@return what an exception means}
    Fault of(AcmeException exception) {
        return switch (exception) {
            case AcmeRateLimitedException limited ->
                    rateLimited(limited.getRetryAfter(), told(limited));
            case AcmeUserActionRequiredException wanted ->
                    Fault.lasting(Kind.ACCOUNT, told(wanted) + terms(wanted));
            case AcmeServerException refused ->
                    of(
                            FaultType.of(Problems.types(refused.getProblem())),
                            told(refused) + remedy(refused));
            default ->
                    exception.getCause() instanceof IOException failure
                            ? of(failure)
                            : garbled(exception);
        };
    }

    private String told(AcmeServerException refused) {
        return who() + " refuses: " + Problems.tell(refused.getProblem());
    }

    private static String terms(AcmeUserActionRequiredException wanted) {
        return wanted.getTermsOfServiceUri().map(url -> "; its terms: " + url).orElse("");
    }

    private Fault rateLimited(Optional<Instant> retryAfter, String problem) {
        var notBefore = retryAfter.orElseGet(() -> clock.instant().plus(RATE_LIMIT));
        var failure = new Failure(Kind.RATE_LIMITED, problem + "; it may be asked at " + notBefore);
        return new Fault.Passing(failure, Optional.of(notBefore));
    }

    private Fault of(FaultType type, String problem) {
        if (type.kind() == Kind.RATE_LIMITED) {
            return rateLimited(Optional.empty(), problem);
        }
        return switch (type.cure()) {
            case TIME -> Fault.passing(type.kind(), problem);
            case PEOPLE -> Fault.lasting(type.kind(), problem);
        };
    }

    private static String remedy(AcmeServerException refused) {
        return switch (Problems.type(refused.getProblem())) {
            case "unauthorized", "accountDoesNotExist" ->
                    "; if the account is closed, remove its key, in 'acme/', from the state to have another one opened";
            case "externalAccountRequired" ->
                    "; '--eab-kid' and '--eab-hmac' name the account that it wants";
            case "invalidContact", "unsupportedContact" -> "; '--email' names another";
            case "badSignatureAlgorithm" -> "; '--account-key-type' names another type of key";
            default -> "";
        };
    }

    private Fault garbled(AcmeException exception) {
        return Fault.passing(
                Kind.UNREACHABLE,
                "%s does not speak ACME at '%s': %s"
                        .formatted(
                                who(),
                                directory.url(),
                                Problems.line(String.valueOf(exception.getMessage()))));
    }

    /// {@return what is wrong with proofs}
    ///
    /// @param problems what the authority says of each
    /// @param told the same for people
    Fault ofProofs(List<Problem> problems, String told) {
        var types = problems.stream().flatMap(problem -> Problems.types(problem).stream()).toList();
        return of(FaultType.ofProofs(types), who() + " refuses: " + Problems.line(told));
    }

    /// {@return what was wrong with an order that has ended}
    Fault ofOrder(Problem problem) {
        return of(
                FaultType.ofOrder(Problems.types(problem)),
                who() + " refuses: " + Problems.tell(problem));
    }

    private Fault of(IOException failure) {
        if (failure instanceof InterruptedIOException) {
            return interrupted();
        }
        var problem = who() + " " + new NetworkTrouble(directory.url()).told(failure);
        return failure instanceof HttpRefusal refusal
                ? refused(refusal, problem)
                : Fault.passing(Kind.UNREACHABLE, problem);
    }

    private Fault refused(HttpRefusal refusal, String problem) {
        return refusal.isTooMany()
                ? rateLimited(refusal.retryAfter(), problem)
                : new Fault.Passing(new Failure(Kind.UNREACHABLE, problem), refusal.retryAfter());
    }

    /// {@return whether an exception means that the authority has not what was asked for, and will not}
    boolean isGone(AcmeException exception) {
        if (exception.getCause() instanceof IOException failure) {
            return failure instanceof HttpRefusal refusal && refusal.isFinal();
        }
        return exception instanceof AcmeServerException && of(exception) instanceof Fault.Lasting;
    }

    /// {@return what is to be said when the program ends}
    Fault interrupted() {
        return Fault.passing(Kind.LOCAL, "interrupted while at work with " + who());
    }
}
