package io.github.dnscli.certifier.challenge;

import io.github.dnscli.certifier.challenge.Presentation.Unpublished;
import io.github.dnscli.certifier.challenge.Presentation.Unseen;
import io.github.dnscli.certifier.state.StateStore;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.transport.Transport;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Puts TXT records at `_acme-challenge.NAME`, or where aliases lead from there, by signed updates (RFC 8555 §8.4, RFC 2136).
///
/// Records are added and deleted one by one, so that others at the same name stay. What is going to be added is written
/// down before, and struck out when it is gone: see [#tidy].
public final class DnsSolver implements ChallengeSolver {

    private final DnsSettings settings;
    private final InstantSource clock;
    private final Lookup lookup;
    private final ChallengeMemory memory;

    /// Makes a solver; nobody is asked yet.
    ///
    /// @param settings where proofs are written
    /// @param state remembers under `challenges/…` what may be in the DNS
    /// @param transport the way to resolvers, and to the name servers that are watched
    /// @param clock what deadlines are measured by
    /// @param random makes message ids; for several threads at once
    public DnsSolver(
            DnsSettings settings,
            StateStore state,
            Transport transport,
            InstantSource clock,
            RandomGenerator random) {
        this.settings = settings;
        this.clock = clock;
        this.lookup = new Lookup(settings, transport, clock, random);
        this.memory = new ChallengeMemory(state);
    }

    @Override
    public String type() {
        return "dns-01";
    }

    /// {@return where the proof for a name is written, and why there}: nothing is written
    ///
    /// @param name for a wildcard the name it is a wildcard of
    public FoundDestination destination(DomainName name, Instant deadline) {
        return new DestinationFinder(lookup).find(name, TimeLimit.at(deadline, clock));
    }

    /// Publishes proofs, and waits until all name servers of their zones serve them, at each of their addresses. An address
    /// of a kind that there is no way to from here, as IPv6 on many hosts, is passed over if the same name server serves
    /// them at another. An interrupt ends it; the thread is interrupted afterwards, too.
    @Override
    public Presentation present(Collection<Proof> proofs, Instant deadline) throws IOException {
        var limit = TimeLimit.at(deadline, clock);
        try {
            var places = new HashMap<DomainName, Destination>();
            var problems = seek(names(proofs), places, limit);
            return problems.isEmpty()
                    ? present(batches(proofs, places), limit)
                    : new Unpublished(Listing.of(problems, "; "));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Unpublished("interrupted before anything was published");
        }
    }

    private static List<DomainName> names(Collection<Proof> proofs) {
        return proofs.stream().map(Proof::name).distinct().toList();
    }

    /// {@return what is wrong with names}; the places of the others are noted
    private List<String> seek(
            List<DomainName> names, Map<DomainName, Destination> places, TimeLimit limit)
            throws InterruptedException {
        var finder = new DestinationFinder(lookup);
        var found = Parallel.each(names, Parallel.POLITE, limit, name -> finder.find(name, limit));
        var problems = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            switch (found.get(i).orElse(new FoundDestination.Unknown(late(name)))) {
                case FoundDestination.Found(var destination) -> places.put(name, destination);
                case FoundDestination.Unknown(var problem) -> problems.add(problem);
            }
        }
        return problems;
    }

    private static String late(DomainName name) {
        return "no server told in time where the challenge for '%s' belongs"
                .formatted(name.display());
    }

    private static List<Batch> batches(
            Collection<Proof> proofs, Map<DomainName, Destination> places) {
        var sorter = new Batch.Sorter();
        for (var proof : proofs.stream().distinct().toList()) {
            Optional.ofNullable(places.get(proof.name()))
                    .ifPresent(place -> sorter.add(place.server(), PlacedProof.of(place, proof)));
        }
        return sorter.batches();
    }

    private Presentation present(List<Batch> batches, TimeLimit limit)
            throws IOException, InterruptedException {
        var all = batches.stream().flatMap(batch -> batch.proofs().stream()).toList();
        if (!memory.begin(all, limit)) {
            return new Unpublished("the time was up before other changes of the zone had ended");
        }
        try {
            var problems = publish(batches, limit);
            return problems.isEmpty()
                    ? watch(batches, limit)
                    : new Unpublished(Listing.of(problems, "; "));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Unseen("interrupted while %s was published".formatted(text(batches)));
        }
    }

    private List<String> publish(List<Batch> batches, TimeLimit limit) throws InterruptedException {
        var publisher = new Publisher(new Delivery(lookup), memory);
        var outcomes =
                Parallel.each(
                        batches, Parallel.POLITE, limit, batch -> publisher.publish(batch, limit));
        var problems = new ArrayList<String>();
        for (int i = 0; i < batches.size(); i++) {
            outcomes.get(i)
                    .orElse(Optional.of(Publisher.late(batches.get(i))))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    private Presentation watch(List<Batch> batches, TimeLimit limit) throws InterruptedException {
        if (settings.propagation().isEmpty()) {
            return new Presentation.Visible();
        }
        var end = limit.orEarlier(TimeLimit.in(settings.propagation().get()));
        var problems = new Propagation(lookup).problems(batches, end);
        return problems.isEmpty()
                ? new Presentation.Visible()
                : new Unseen("%s: %s".formatted(text(batches), Listing.of(problems, "; ")));
    }

    private static String text(List<Batch> batches) {
        return Listing.of(batches.stream().map(Batch::text).toList(), ", ");
    }

    /// Removes proofs, those that this process has presented and those that are remembered from before; one that was
    /// presented twice goes with the second withdrawal. An interrupt does not keep it from doing so.
    @Override
    public void withdraw(Collection<Proof> proofs) throws IOException {
        // Files cannot be read by a thread that is interrupted.
        boolean interrupted = Thread.interrupted();
        try {
            remover().withdraw(memory.find(proofs));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void tidy() throws IOException {
        var notes = memory.all();
        var problems = new ArrayList<>(notes.problems());
        problems.addAll(remover().removeUnused(notes.proofs()));
        Remover.report(problems);
    }

    private Remover remover() {
        return new Remover(settings.servers(), new Delivery(lookup), memory);
    }
}
