package io.github.dnscli.server.differential;

import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What several servers said to the same questions; the first is ours.
final class Comparison {

    static final String OURS = "ours";

    private final Map<String, InetSocketAddress> servers;
    private final Set<DomainName> apexes;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, String> examples = new HashMap<>();
    private final List<String> failures = new ArrayList<>();
    private int agreements;

    /// @param servers where they listen, by name
    /// @param apexes the names of the zones that all of them serve
    Comparison(Map<String, InetSocketAddress> servers, Set<DomainName> apexes) {
        this.servers = servers;
        this.apexes = apexes;
    }

    /// Asks all servers all questions.
    void run(List<Probe> probes) throws IOException {
        var replies = new TreeMap<String, Map<Integer, byte[]>>();
        for (var server : servers.entrySet()) {
            replies.put(server.getKey(), Questioner.ask(server.getValue(), probes));
        }
        for (var probe : probes) {
            var byServer = new TreeMap<String, ComparableReply>();
            replies.forEach(
                    (server, all) ->
                            byServer.put(
                                    server,
                                    ComparableReply.of(
                                            Optional.ofNullable(all.get(probe.query().id())),
                                            apexes)));
            judge(probe, byServer);
        }
    }

    private void judge(Probe probe, Map<String, ComparableReply> replies) {
        var ours = Objects.requireNonNull(replies.get(OURS));
        var others = new TreeMap<>(replies);
        others.remove(OURS);
        if (Set.copyOf(others.values()).size() > 1) {
            disagree(probe, ours, others);
        } else if (others.containsValue(ours)) {
            agreements++;
        } else {
            failures.add(describe(probe, replies));
        }
    }

    /// Disagreements are of one class when the same servers differ from us in the same parts.
    private void disagree(Probe probe, ComparableReply ours, Map<String, ComparableReply> others) {
        String kind =
                others.entrySet().stream()
                        .map(e -> e.getKey() + e.getValue().differencesFrom(ours))
                        .collect(Collectors.joining(" "));
        counts.merge(kind, 1, Integer::sum);
        var all = new TreeMap<>(others);
        all.put(OURS, ours);
        examples.merge(
                kind, describe(probe, all), (old, more) -> old.length() > 3_000 ? old : old + more);
    }

    private static String describe(Probe probe, Map<String, ComparableReply> replies) {
        return replies.entrySet().stream()
                .map(reply -> "    " + reply.getKey() + ": " + reply.getValue() + "\n")
                .collect(Collectors.joining("", "  " + probe + "\n", ""));
    }

    /// {@return the questions that all others answer alike, and we do not}
    List<String> failures() {
        return failures;
    }

    /// {@return how many questions all servers answer alike}
    int agreements() {
        return agreements;
    }

    /// {@return the classes of disagreement among the others, each with how often it was met and examples}
    String report() {
        var text = new StringBuilder("all agree: " + agreements + "\n");
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(
                        e ->
                                text.append("\n%d × %s\n".formatted(e.getValue(), e.getKey()))
                                        .append(examples.get(e.getKey())));
        return text.toString();
    }
}
