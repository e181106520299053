package io.github.dnscli.otlsafetch;

import io.github.dnscli.certificate.CertificateKey;
import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.ChainVerifier;
import io.github.dnscli.certificate.DecodedRequest;
import io.github.dnscli.certificate.Expectation;
import io.github.dnscli.certificate.LoadedAnchors;
import io.github.dnscli.certificate.ParsedCertificateKey;
import io.github.dnscli.certificate.Pem;
import io.github.dnscli.certificate.ServiceName;
import io.github.dnscli.certificate.TlsaBundle;
import io.github.dnscli.certificate.TrustAnchorSearch;
import io.github.dnscli.certificate.TrustAnchors;
import io.github.dnscli.certificate.Verdict;
import io.github.dnscli.certificate.VerifiedChain;
import io.github.dnscli.certificate.fetch.FetchedTlsa;
import io.github.dnscli.certificate.fetch.TlsaFetch;
import io.github.dnscli.cli.SafeFile;
import io.github.dnscli.cli.ServerChoice;
import io.github.dnscli.cli.SmallFile;
import io.github.dnscli.cli.World;
import io.github.dnscli.common.request.Exchange;
import io.github.dnscli.common.transport.NoReplyException;
import io.github.dnscli.common.transport.ServerAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks for the records, has them judged, and keeps what is good. Everything that can be wrong on this machine is found
/// before anybody is asked.
final class TlsaFetcher {

    private final World world;
    private final Path resolverConfiguration;

    TlsaFetcher(World world, Path resolverConfiguration) {
        this.world = world;
        this.resolverConfiguration = resolverConfiguration;
    }

    Fetched fetch(OtlsaFetchOptions options) throws IOException {
        return switch (anchors(options)) {
            case LoadedAnchors.Unusable(var problem) -> new Fetched.Unusable(problem);
            case LoadedAnchors.Loaded(var anchors) -> fetch(options, anchors);
        };
    }

    private LoadedAnchors anchors(OtlsaFetchOptions options) throws IOException {
        return options.ca().isPresent()
                ? TrustAnchorSearch.ofFile(world.file(options.ca().get()))
                : TrustAnchorSearch.ofSystem().find(world.environment());
    }

    private Fetched fetch(OtlsaFetchOptions options, TrustAnchors anchors) throws IOException {
        if (options.key().isEmpty()) {
            return fetch(options, expectation(options, anchors));
        }
        String file = options.key().get();
        String pem = SmallFile.read(world.file(file));
        var expectation = expectation(options, anchors);
        // A request says as well which key it is, and is no secret.
        if (CertificateRequest.parse(pem) instanceof DecodedRequest.Valid(var request)) {
            return fetch(options, expectation.withKey(request.publicKey()));
        }
        return switch (CertificateKey.parse(pem)) {
            case ParsedCertificateKey.Invalid(var problem) ->
                    new Fetched.Unusable("'%s': %s".formatted(file, problem));
            case ParsedCertificateKey.Valid(var key) ->
                    fetch(options, expectation.withKey(key.publicKey()));
        };
    }

    private Expectation expectation(OtlsaFetchOptions options, TrustAnchors anchors) {
        return new Expectation(
                List.of(options.host()), Optional.empty(), world.clock().instant(), anchors);
    }

    private Fetched fetch(OtlsaFetchOptions options, Expectation expectation) throws IOException {
        if (!options.isToStandardOutput()) {
            SafeFile.requireTarget(world.file(options.output()));
        }
        if (options.server().isEmpty()) {
            var resolvers = SystemResolver.servers(resolverConfiguration, options.port());
            return ask(resolvers, options, expectation);
        }
        return switch (options.server().get().resolve(options.port())) {
            case ServerChoice.Chosen(var server) -> ask(server, options, expectation);
            case ServerChoice.Unusable(var problem) -> new Fetched.Misused(problem);
            case ServerChoice.Absent _ -> throw new IllegalStateException("a server was given");
        };
    }

    /// The next is asked only when one does not answer at all.
    private Fetched ask(
            List<ServerAddress> resolvers, OtlsaFetchOptions options, Expectation expectation)
            throws IOException {
        for (var resolver : resolvers.subList(0, resolvers.size() - 1)) {
            try {
                return judged(resolver, fetch(resolver, options), options, expectation);
            } catch (NoReplyException _) {
                // What the last one does is what the user learns.
            }
        }
        return ask(resolvers.getLast(), options, expectation);
    }

    private Fetched ask(ServerAddress server, OtlsaFetchOptions options, Expectation expectation)
            throws IOException {
        return judged(server, fetch(server, options), options, expectation);
    }

    private FetchedTlsa fetch(ServerAddress server, OtlsaFetchOptions options) throws IOException {
        var wish = TlsaFetch.of(new ServiceName(options.host()).owner()).recursively();
        try (var exchange =
                Exchange.open(
                        world.transport(),
                        server,
                        options.timeout(),
                        world.clock(),
                        world.random())) {
            return wish.over(exchange);
        }
    }

    private Fetched judged(
            ServerAddress server,
            FetchedTlsa fetched,
            OtlsaFetchOptions options,
            Expectation expectation)
            throws IOException {
        return switch (fetched) {
            case FetchedTlsa.Failed(var place, var reply) ->
                    new Fetched.Unanswered(server, place, reply);
            case FetchedTlsa.Nothing(var place) -> new Fetched.Empty(place);
            case FetchedTlsa.Found(var place, var records) -> {
                var bundle = TlsaBundle.of(records);
                yield new Fetched.Judged(place, bundle, judge(bundle, options, expectation));
            }
        };
    }

    private Fetched.Judgement judge(
            TlsaBundle bundle, OtlsaFetchOptions options, Expectation expectation)
            throws IOException {
        if (bundle.leaves().isEmpty()) {
            return new Fetched.NoLeaf();
        }
        return switch (ChainVerifier.verifyBest(bundle.chains(), expectation)) {
            case Verdict.Rejected(_, var reasons) -> new Fetched.Rejected(reasons);
            case Verdict.Verified(var chain) -> keep(chain, options);
        };
    }

    private Fetched.Judgement keep(VerifiedChain chain, OtlsaFetchOptions options)
            throws IOException {
        if (options.isToStandardOutput()) {
            return new Fetched.Printed(chain);
        }
        byte[] content = Pem.of(chain).getBytes(StandardCharsets.US_ASCII);
        var file = world.file(options.output());
        return new Fetched.Stored(
                chain, SafeFile.writeIfChanged(file, content, SafeFile.Access.PUBLIC));
    }
}
