package io.github.dnscli.certifier.challenge;

import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.request.Update;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Proofs of one zone that go to one server together.
///
/// @param server the server
/// @param zone the zone
/// @param proofs the proofs; at least one
record Batch(PrimaryServer server, DomainName zone, List<PlacedProof> proofs) {

    /// Less than a message may have (65535 octets), by the header, the zone, and a signature of the largest kind.
    private static final int MOST_OCTETS = 64_000;

    /// Copies the list.
    Batch {
        proofs = List.copyOf(proofs);
    }

    /// Puts proofs together that go the same way.
    static final class Sorter {

        private record Way(PrimaryServer server, DomainName zone) {}

        private final Map<Way, List<PlacedProof>> byWay = new LinkedHashMap<>();

        void add(PrimaryServer server, PlacedProof proof) {
            byWay.computeIfAbsent(new Way(server, proof.zone()), _ -> new ArrayList<>()).add(proof);
        }

        List<Batch> batches() {
            return byWay.entrySet().stream()
                    .map(e -> new Batch(e.getKey().server(), e.getKey().zone(), e.getValue()))
                    .toList();
        }
    }

    PlacedProof.Site site() {
        return new PlacedProof.Site(server.address(), zone);
    }

    Batch with(List<PlacedProof> others) {
        return new Batch(server, zone, others);
    }

    /// {@return the same proofs in parts, each of which fits a message}
    List<Batch> parts() {
        var parts = new ArrayList<Batch>();
        var part = new ArrayList<PlacedProof>();
        int size = 0;
        for (var proof : proofs) {
            if (size + proof.size() > MOST_OCTETS && !part.isEmpty()) {
                parts.add(with(part));
                part.clear();
                size = 0;
            }
            part.add(proof);
            size += proof.size();
        }
        if (!part.isEmpty()) {
            parts.add(with(part));
        }
        return parts;
    }

    /// {@return the update that adds these records to whatever else is at their names}
    Update addition() {
        var update = Update.of(zone);
        for (var proof : proofs) {
            update = update.add(proof.record());
        }
        return update;
    }

    /// {@return the update that deletes these records, and nothing else at their names}
    Update removal() {
        var update = Update.of(zone);
        for (var proof : proofs) {
            update = update.deleteRecord(proof.owner(), proof.data());
        }
        return update;
    }

    /// {@return the names and where they are, for people}
    String text() {
        var names = proofs.stream().map(Batch::name).distinct().toList();
        return "%s%s in zone '%s' at server %s by key '%s'"
                .formatted(
                        names.getFirst(),
                        names.size() == 1 ? "" : " and %s more".formatted(names.size() - 1),
                        zone.display(),
                        server.address(),
                        server.key().name().display());
    }

    private static String name(PlacedProof placed) {
        return "'%s'".formatted(placed.owner().display())
                + (placed.isElsewhere()
                        ? " (where aliases lead from '%s')".formatted(placed.start().display())
                        : "");
    }
}
