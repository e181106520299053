package io.github.dnscli.ocertify;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certificate.ChainVerifier;
import io.github.dnscli.certificate.Expectation;
import io.github.dnscli.certificate.Fitness;
import io.github.dnscli.certificate.Reason;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certificate.TrustAnchors;
import io.github.dnscli.certificate.Unreadable;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.certificate.fetch.FetchedTlsa;
import io.github.dnscli.certificate.fetch.TlsaFetch;
import io.github.dnscli.certificate.fetch.TlsaPlace;
import io.github.dnscli.cli.FailedReply;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Looks at the records of HOST for the certificate that answers a request. It speaks of each bad record once, however
/// often it looks.
final class Lookout {

    private final ServerAddress server;
    private final TrustAnchors anchors;
    private final Progress progress;
    private final Set<Unreadable> passedOver = new HashSet<>();
    private final Set<Certificate> unfit = new HashSet<>();

    Lookout(ServerAddress server, TrustAnchors anchors, Progress progress) {
        this.server = server;
        this.anchors = anchors;
        this.progress = progress;
    }

    /// {@return what stands in the DNS}; without a request to compare with, that is never the answer to one
    ///
    /// @throws IOException if the server does not answer
    Look look(Exchange exchange, DomainName host) throws IOException {
        return switch (fetch(exchange, host)) {
            case FetchedTlsa.Failed failed -> unseen(failed);
            case FetchedTlsa.Nothing(var place) -> new Look.NotYet(place);
            case FetchedTlsa.Found(var place, _) -> new Look.NotYet(place);
        };
    }

    /// {@return whether the answer to a request stands in the DNS, and is good}
    ///
    /// @param now when it must be valid
    /// @throws IOException if the server does not answer
    Look look(Exchange exchange, DomainName host, CertificateRequest request, Instant now)
            throws IOException {
        return switch (fetch(exchange, host)) {
            case FetchedTlsa.Failed failed -> unseen(failed);
            case FetchedTlsa.Nothing(var place) -> new Look.NotYet(place);
            case FetchedTlsa.Found(var place, var records) ->
                    judge(place, TlsaBundle.of(records), request, now);
        };
    }

    private static FetchedTlsa fetch(Exchange exchange, DomainName host) throws IOException {
        return TlsaFetch.of(new ServiceName(host).owner()).over(exchange);
    }

    private Look unseen(FetchedTlsa.Failed failed) {
        return new Look.Unseen(
                "%s: no records of %s: %s"
                        .formatted(server.display(), failed.place(), failed.reply().problem()),
                FailedReply.status(failed.reply()));
    }

    private Look judge(
            TlsaPlace place, TlsaBundle bundle, CertificateRequest request, Instant now) {
        bundle.unreadable().stream().filter(passedOver::add).forEach(progress::passedOver);
        var answers =
                bundle.chains().stream()
                        .filter(chain -> answers(chain, request, now, place))
                        .toList();
        if (answers.isEmpty()) {
            return new Look.NotYet(place);
        }
        return switch (ChainVerifier.verifyBest(answers, Expectation.of(request, now, anchors))) {
            case Verdict.Rejected(_, var reasons) -> new Look.Bad(reasons);
            case Verdict.Verified(var chain) ->
                    new Look.Good(place, chain, bundle.requestData().contains(request.data()));
        };
    }

    private boolean answers(Chain chain, CertificateRequest request, Instant now, TlsaPlace place) {
        return switch (Fitness.of(chain.leaf(), request, now, Duration.ZERO)) {
            case Fitness.Fits _ -> true;
            case Fitness.Unfit(var reasons) -> {
                if (unfit.add(chain.leaf())) {
                    progress.unfit(place, messages(reasons));
                }
                yield false;
            }
        };
    }

    private static List<String> messages(List<Reason> reasons) {
        return reasons.stream().map(Reason::message).toList();
    }
}
