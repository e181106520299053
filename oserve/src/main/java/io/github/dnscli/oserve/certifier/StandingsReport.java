package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.ledger.Phase;
import io.github.dnscli.certifier.ledger.RequestStanding;
import io.github.dnscli.certifier.ledger.Standings;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.oserve.log.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// How the requests stand that a certifier remembers, at one moment.
///
/// @param standings how they stand
/// @param process the process of the certifier that works on them, if one does
/// @param now which moment
record StandingsReport(Standings standings, Optional<String> process, Instant now) {

    /// {@return what somebody should look after, for people}: requests that get no certificate, certificates that are
    /// overdue or expired, and what cannot be read
    List<String> attention() {
        var all = new ArrayList<String>(standings.problems());
        standings.requests().forEach(request -> attention(request).ifPresent(all::add));
        return all;
    }

    private Optional<String> attention(RequestStanding request) {
        String who = "'" + names(request) + "'";
        return switch (request.phase()) {
            case WITHDRAWN -> Optional.empty();
            case REFUSED ->
                    Optional.of(
                            "the request for %s is refused: %s"
                                    .formatted(who, request.refusal().orElse("?")));
            case LIMITED ->
                    Optional.of(
                            "%s: ordered %s times within seven days%s"
                                    .formatted(who, request.orders(), next(request)));
            case WAITING, ORDERING, PUBLISHING, SETTLED -> trouble(request, who);
        };
    }

    private Optional<String> trouble(RequestStanding request, String who) {
        var expiry = request.certificate().map(known -> known.notAfter());
        if (expiry.filter(now::isAfter).isPresent()) {
            return Optional.of("%s: the certificate has expired".formatted(who) + why(request));
        }
        return request.failure().isPresent()
                        || request.phase() == Phase.WAITING && request.attempts() > 0
                ? Optional.of(
                        "%s: no %scertificate".formatted(who, expiry.isPresent() ? "new " : "")
                                + why(request))
                : Optional.empty();
    }

    private static String why(RequestStanding request) {
        return request.failure().map(failure -> ": " + failure.problem()).orElse("")
                + next(request);
    }

    private static String next(RequestStanding request) {
        return request.nextTry().map(time -> "; next try at " + Moment.of(time)).orElse("");
    }

    /// {@return what a request asks for; where it stands if that cannot be read}
    static String names(RequestStanding request) {
        var names = request.names().isEmpty() ? request.places() : request.names();
        return names.stream().map(DomainName::display).collect(Collectors.joining(" "));
    }
}
