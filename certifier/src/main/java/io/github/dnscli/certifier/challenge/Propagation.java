package io.github.dnscli.certifier.challenge;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.request.Query;
import io.github.dnscli.common.wire.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Waits until all name servers of zones show proofs: an authority may ask any of them, and several.
///
/// @param lookup asks about names
record Propagation(Lookup lookup) {

    /// Far more than zones have.
    private static final int MOST_NAME_SERVERS = 64;

    /// {@return which name servers do not show the proofs when the time is up}
    List<String> problems(List<Batch> batches, TimeLimit limit) throws InterruptedException {
        var problems = new ArrayList<String>();
        var watches = new ArrayList<HostWatch>();
        var answers =
                Parallel.each(batches, Parallel.POLITE, limit, batch -> nameServers(batch, limit));
        for (int i = 0; i < batches.size(); i++) {
            var batch = batches.get(i);
            var answer = answers.get(i).orElse(new Lookup.Answer.None("the time is up"));
            var found = watches(batch, answer);
            watches.addAll(found);
            if (found.isEmpty()) {
                problems.add(unknown(batch.zone(), answer));
            }
        }
        Parallel.each(watches, Parallel.ALL, limit, watch -> run(watch, limit));
        watches.stream().flatMap(watch -> watch.problem().stream()).forEach(problems::add);
        return problems;
    }

    private static HostWatch run(HostWatch watch, TimeLimit limit) throws InterruptedException {
        watch.run(limit);
        return watch;
    }

    private static String unknown(DomainName zone, Lookup.Answer answer) {
        return "the name servers of zone '%s' cannot be learnt: %s"
                .formatted(
                        zone.display(),
                        switch (answer) {
                            case Lookup.Answer.None(var problem) -> problem;
                            case Lookup.Answer.Given(_, var by) ->
                                    "server %s names none".formatted(by);
                        });
    }

    /// The server that took the proofs knows best.
    private Lookup.Answer nameServers(Batch batch, TimeLimit limit) {
        return lookup.ask(batch.server(), Query.of(batch.zone(), RecordType.NS), limit);
    }

    private List<HostWatch> watches(Batch batch, Lookup.Answer answer) {
        return switch (answer) {
            case Lookup.Answer.None _ -> List.of();
            case Lookup.Answer.Given(var message, _) -> {
                var addresses = new HostAddresses(lookup, batch, message.additional());
                var wanted = wanted(batch.proofs());
                yield hosts(message, batch.zone())
                        .map(h -> new HostWatch(lookup, addresses, h, wanted, new SightBoard()))
                        .toList();
            }
        };
    }

    private static Stream<DomainName> hosts(Message message, DomainName zone) {
        return message.answers(RecordType.NS).stream()
                .filter(record -> record.owner().equals(zone))
                .flatMap(record -> record.data().flatMap(RecordData::target).stream())
                .distinct()
                .limit(MOST_NAME_SERVERS);
    }

    private static Map<DomainName, Set<RecordData>> wanted(List<PlacedProof> proofs) {
        var wanted = new LinkedHashMap<DomainName, Set<RecordData>>();
        for (var proof : proofs) {
            wanted.computeIfAbsent(proof.owner(), _ -> new LinkedHashSet<>()).add(proof.data());
        }
        return wanted;
    }
}
