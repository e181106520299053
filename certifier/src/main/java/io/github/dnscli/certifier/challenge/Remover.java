package io.github.dnscli.certifier.challenge;

import io.github.dnscli.certifier.challenge.Delivery.Delivered;
import io.github.dnscli.certifier.primary.PrimaryServer;
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
        var problems = new ArrayList<String>();
        for (var part : batch.with(choice.of(batch.proofs())).parts()) {
            switch (delivery.send(batch.server(), part.removal(), TimeLimit.none())) {
                case Delivered.Taken _ ->
                        part.proofs().stream()
                                .flatMap(proof -> memory.strike(proof).stream())
                                .forEach(problems::add);
                case Delivered.Not not -> {
                    problems.add("cannot remove %s: %s".formatted(part.text(), not.problem()));
                    return problems;
                }
            }
        }
        return problems;
    }

    /// @throws IOException if there are problems, with all of them
    static void report(List<String> problems) throws IOException {
        if (!problems.isEmpty()) {
            throw new IOException(String.join("; ", problems));
        }
    }
}
