package io.github.dnscli.certifier.challenge;

import io.github.dnscli.certifier.state.StateStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Which proofs may be in the DNS. It is written down before one is sent, and struck out when it is gone for sure, so that
/// a process that dies in between leaves nothing that nobody knows of.
///
/// A proof is in use as often as it was begun and not released: two orders may have the same.
final class ChallengeMemory {

    private static final String FOLDER = "challenges";

    private final StateStore store;
    private final Map<PlacedProof, Integer> uses = new HashMap<>();
    private final Map<PlacedProof.Site, ReentrantLock> turns = new ConcurrentHashMap<>();

    ChallengeMemory(StateStore store) {
        this.store = store;
    }

    /// What is written down, as far as it can be read.
    ///
    /// @param proofs what may be in the DNS
    /// @param problems what cannot be read, for people
    record Notes(List<PlacedProof> proofs, List<String> problems) {}

    /// Work on a zone that nothing else is done with meanwhile.
    @FunctionalInterface
    interface Turn<T> {

        /// {@return what comes of it}
        T take();
    }

    /// Writes down that proofs are going to be sent, and uses them.
    ///
    /// @return whether that was done in time
    /// @throws IOException if they cannot be written down; none is in use then
    boolean begin(List<PlacedProof> proofs, TimeLimit limit)
            throws IOException, InterruptedException {
        var begun = new ArrayList<PlacedProof>();
        boolean complete = false;
        try {
            for (var proof : proofs) {
                if (!begin(proof, limit)) {
                    return false;
                }
                begun.add(proof);
            }
            complete = true;
            return true;
        } finally {
            if (!complete) {
                begun.forEach(this::abandon);
            }
        }
    }

    private boolean begin(PlacedProof proof, TimeLimit limit)
            throws IOException, InterruptedException {
        var turn = turn(proof.site());
        if (!turn.tryLock(limit.nanosLeft(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        try {
            use(proof);
            return true;
        } finally {
            turn.unlock();
        }
    }

    private ReentrantLock turn(PlacedProof.Site site) {
        return turns.computeIfAbsent(site, _ -> new ReentrantLock());
    }

    static String name(PlacedProof proof) {
        return FOLDER + "/" + PlacedProofText.id(proof);
    }

    private synchronized void use(PlacedProof proof) throws IOException {
        store.write(name(proof), PlacedProofText.write(proof));
        uses.merge(proof, 1, Integer::sum);
    }

    /// Ends one use.
    synchronized void release(PlacedProof proof) {
        uses.computeIfPresent(proof, (_, count) -> count == 1 ? null : count - 1);
    }

    synchronized boolean isInUse(PlacedProof proof) {
        return uses.containsKey(proof);
    }

    /// Ends a use of a proof that was not sent, or not taken for sure. Where it cannot be struck out, it is looked for in
    /// vain later, which does no harm.
    synchronized void abandon(PlacedProof proof) {
        release(proof);
        if (!isInUse(proof)) {
            var _ = strike(proof);
        }
    }

    /// Does something about a zone when nothing else is being done with it.
    <T> T inTurn(PlacedProof.Site site, Turn<T> work) {
        var turn = turn(site);
        turn.lock();
        try {
            return work.take();
        } finally {
            turn.unlock();
        }
    }

    /// Strikes out a proof that is in the DNS no more.
    ///
    /// @return why that cannot be done, for people
    Optional<String> strike(PlacedProof proof) {
        try {
            store.remove(name(proof));
            return Optional.empty();
        } catch (IOException failure) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
    }

    /// {@return where proofs may be in the DNS: those in use, and those written down by another process}
    ///
    /// @throws IOException if not even the names of what is written down can be told
    List<PlacedProof> find(Collection<Proof> proofs) throws IOException {
        var wanted = Set.copyOf(proofs);
        var found = used(wanted);
        if (found.stream().map(PlacedProof::proof).distinct().count() == wanted.size()) {
            return List.copyOf(found);
        }
        all().proofs().stream().filter(note -> wanted.contains(note.proof())).forEach(found::add);
        return List.copyOf(found);
    }

    private synchronized Set<PlacedProof> used(Set<Proof> wanted) {
        var found = new LinkedHashSet<PlacedProof>();
        uses.keySet().stream()
                .filter(placed -> wanted.contains(placed.proof()))
                .forEach(found::add);
        return found;
    }

    /// {@return all that is written down}
    ///
    /// @throws IOException if not even its names can be told
    Notes all() throws IOException {
        var proofs = new ArrayList<PlacedProof>();
        var problems = new ArrayList<String>();
        for (var id : store.names(FOLDER)) {
            String name = FOLDER + "/" + id;
            try {
                // One that is gone by now was struck out a moment ago.
                var text = store.read(name);
                var proof = text.flatMap(PlacedProofText::read);
                proof.ifPresent(proofs::add);
                if (text.isPresent() && proof.isEmpty()) {
                    problems.add(
                            "'%s' in the state does not tell of a challenge; remove it"
                                    .formatted(name));
                }
            } catch (IOException failure) {
                problems.add(String.valueOf(failure.getMessage()));
            }
        }
        return new Notes(proofs, problems);
    }
}
