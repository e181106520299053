package io.github.dnscli.certifier.challenge;

import io.github.dnscli.certifier.challenge.AliasWalk.Walked;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.request.FoundZone;
import io.github.dnscli.common.request.ZoneFinder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;

/// Finds where the proof for a name is written: the end of its aliases, the server whose key fits, the zone.
///
/// @param lookup asks about names
record DestinationFinder(Lookup lookup) {

    FoundDestination find(DomainName name, TimeLimit limit) {
        return challenge(name)
                .map(start -> walk(start, limit))
                .orElseGet(
                        () ->
                                unknown(
                                        "'%s' has no room for '%s.'"
                                                .formatted(name.display(), PlacedProof.LABEL)));
    }

    private static Optional<DomainName> challenge(DomainName name) {
        try {
            return Optional.of(name.child(PlacedProof.LABEL));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private FoundDestination walk(DomainName start, TimeLimit limit) {
        return switch (new AliasWalk(lookup).from(start, limit)) {
            case Walked.ToTheEnd(var chain) -> choose(chain, limit);
            // Who names the zone need not have anybody who knows what is in it.
            case Walked.Lost(var chain, _) when isGiven(chain) -> choose(chain, limit);
            case Walked.Lost(var chain, var problem) ->
                    unknown(
                            "nobody knows whether '%s' is an alias%s: %s"
                                    .formatted(chain.end().display(), way(chain), problem));
            case Walked.Broken(var problem) -> unknown(problem);
        };
    }

    private static FoundDestination unknown(String problem) {
        return new FoundDestination.Unknown(problem);
    }

    private static String way(AliasChain chain) {
        return chain.hops().isEmpty() ? "" : " (" + chain.text() + ")";
    }

    private boolean isGiven(AliasChain chain) {
        return lookup.settings().zone().filter(chain.end()::isAtOrBelow).isPresent();
    }

    private FoundDestination choose(AliasChain chain, TimeLimit limit) {
        var servers = lookup.settings().servers();
        var fitting = KeyScope.fitting(servers, chain.end());
        if (fitting.isEmpty()) {
            return unknown(
                    "no key covers %s: %s; give a key for it"
                            .formatted(chain.text(), KeyScope.words(servers)));
        }
        var zone = lookup.settings().zone();
        if (zone.isEmpty()) {
            return seek(chain, fitting, limit);
        }
        return isGiven(chain)
                ? new FoundDestination.Found(new Destination(chain, zone.get(), fitting.getFirst()))
                : unknown(
                        "%s is not in zone '%s', which was given as the zone of all challenges"
                                .formatted(chain.text(), zone.get().display()));
    }

    /// Of servers whose keys fit, the first that has a zone for the name.
    private FoundDestination seek(
            AliasChain chain, Iterable<PrimaryServer> fitting, TimeLimit limit) {
        var problems = new ArrayList<String>();
        for (var server : fitting) {
            switch (zone(server, chain.end(), limit)) {
                case FoundZone.Found(var zone) -> {
                    return new FoundDestination.Found(new Destination(chain, zone, server));
                }
                case FoundZone.Unknown(var problem) ->
                        problems.add("%s: %s".formatted(server.address(), problem));
                case FoundZone.Failed(var reply) ->
                        problems.add("%s: %s".formatted(server.address(), reply.problem()));
            }
        }
        return unknown("no zone for %s: %s".formatted(chain.text(), String.join("; ", problems)));
    }

    private FoundZone zone(PrimaryServer server, DomainName name, TimeLimit limit) {
        try (var exchange = lookup.open(server, limit)) {
            var found = ZoneFinder.find(exchange, name);
            return found instanceof FoundZone.Found
                    ? found
                    : ZoneFinder.find(exchange, name, server.key());
        } catch (IOException failure) {
            return new FoundZone.Unknown(String.valueOf(failure.getMessage()));
        }
    }
}
