package io.github.dnscli.certifier.challenge;

import io.github.dnscli.certifier.challenge.Delivery.Delivered;
import java.util.List;
import java.util.Optional;

/// Adds proofs that are written down in the memory.
///
/// @param delivery sends updates
/// @param memory forgets those that were not added for sure
record Publisher(Delivery delivery, ChallengeMemory memory) {

    /// {@return what went wrong, for people}; then some may be added and others not
    Optional<String> publish(Batch batch, TimeLimit limit) {
        var parts = batch.parts();
        for (int i = 0; i < parts.size(); i++) {
            switch (delivery.send(batch.server(), parts.get(i).addition(), limit)) {
                case Delivered.Taken _ -> {}
                case Delivered.Refused(var problem) -> {
                    abandon(parts.subList(i, parts.size()));
                    return Optional.of(words(batch, problem));
                }
                case Delivered.Not not -> {
                    abandon(parts.subList(i + 1, parts.size()));
                    return Optional.of(words(batch, not.problem()));
                }
            }
        }
        return Optional.empty();
    }

    private void abandon(List<Batch> parts) {
        parts.stream().flatMap(part -> part.proofs().stream()).forEach(memory::abandon);
    }

    static String late(Batch batch) {
        return words(batch, "the time was up before a reply came");
    }

    private static String words(Batch batch, String problem) {
        return "cannot publish %s: %s".formatted(batch.text(), problem);
    }
}
