package io.github.dnscli.certifier.challenge;

import io.github.dnscli.certifier.challenge.Delivery.Delivered;
import io.github.dnscli.certifier.primary.PrimaryServer;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Deletes proofs, and strikes them out of the memory when a server says that they are gone.
///
/// @param servers who takes updates
/// @param delivery sends updates
/// @param memory knows what may be in the DNS
record Remover(List<PrimaryServer> servers, Delivery delivery, ChallengeMemory memory) {

    /// What to do with the proofs of a zone when it is their turn.
    private interface Choice {
        List<PlacedProof> of(List<PlacedProof> proofs);
    }

    /// Ends one use of each proof, and deletes those that are in use no more.
    ///
    /// @throws IOException if some could not be deleted
    void withdraw(Collection<PlacedProof> proofs) throws IOException {
        report(
                remove(
                        proofs,
                        all -> {
                            all.forEach(memory::release);
                            return unused(all);
                        }));
    }

    /// {@return what went wrong with the removal of those proofs that nobody uses, for people}
    List<String> removeUnused(Collection<PlacedProof> proofs) {
        return remove(unused(proofs), this::unused);
    }

    private List<PlacedProof> unused(Collection<PlacedProof> proofs) {
        return proofs.stream().filter(proof -> !memory.isInUse(proof)).toList();
    }

    private List<String> remove(Collection<PlacedProof> proofs, Choice choice) {
        var problems = new ArrayList<String>();
        var sorter = new Batch.Sorter();
        for (var proof : proofs) {
            server(proof)
                    .ifPresentOrElse(
                            server -> sorter.add(server, proof),
                            () -> problems.add(orphaned(proof)));
        }
        Parallel.eachToTheEnd(
                        sorter.batches(),
                        batch -> memory.inTurn(batch.site(), () -> remove(batch, choice)))
                .forEach(problems::addAll);
        return problems;
    }

    /// The server that took the proof, by the same key if it is still known, else by one that may be for the name.
    private Optional<PrimaryServer> server(PlacedProof proof) {
        var there =
                servers.stream().filter(server -> server.address().equals(proof.server())).toList();
        return Stream.concat(
                        there.stream().filter(server -> server.key().name().equals(proof.key())),
                        KeyScope.fitting(there, proof.owner()).stream())
                .findFirst();
    }

    private static String orphaned(PlacedProof proof) {
        return "%s was left behind, and there is no such server with key '%s' or another for it any more: name the server and the key again, or delete the record by hand and then '%s' in the state"
                .formatted(proof.text(), proof.key().display(), ChallengeMemory.name(proof));
    }

    private List<String> remove(Batch batch, Choice choice) {
        return batch.with(choice.of(batch.proofs())).parts().stream()
                .flatMap(part -> remove(part).stream())
                .toList();
    }

    private List<String> remove(Batch part) {
        return switch (delivery.send(part.server(), part.removal(), TimeLimit.none())) {
            case Delivered.Taken _ -> strike(part.proofs());
            case Delivered.Unanswered(var problem) -> List.of(words(part, problem));
            case Delivered.Not not -> {
                // Where they cannot be removed, they could not be added either, as a rule.
                var there = part.proofs().stream().filter(p -> mayBeThere(part, p)).toList();
                var problems = new ArrayList<String>();
                if (!there.isEmpty()) {
                    problems.add(words(part.with(there), not.problem()));
                }
                var gone = part.proofs().stream().filter(p -> !there.contains(p)).toList();
                problems.addAll(strike(gone));
                yield problems;
            }
        };
    }

    private List<String> strike(List<PlacedProof> gone) {
        return gone.stream().flatMap(proof -> memory.strike(proof).stream()).toList();
    }

    private boolean mayBeThere(Batch part, PlacedProof proof) {
        var query = Query.of(proof.owner(), RecordType.TXT);
        return switch (delivery.lookup().askAuthority(part.server(), query, TimeLimit.none())) {
            case Lookup.Answer.None _ -> true;
            case Lookup.Answer.Given(var message, _) ->
                    message.answers().stream()
                            .anyMatch(record -> record.data().equals(Optional.of(proof.data())));
        };
    }

    private static String words(Batch part, String problem) {
        return "cannot remove %s: %s; it is tried again as long as '%s' is in the state"
                .formatted(part.text(), problem, ChallengeMemory.name(part.proofs().getFirst()));
    }

    /// @throws IOException if there are problems, with all of them
    static void report(List<String> problems) throws IOException {
        if (!problems.isEmpty()) {
            throw new IOException(Listing.of(problems, "; "));
        }
    }
}
