package io.github.dnscli.server.differential;

import io.github.dnscli.common.name.DomainName;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumMap;
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
    private static final int EXAMPLES = 5;

    private final Map<String, InetSocketAddress> servers;
    private final Set<DomainName> apexes;
    private final Map<Disagreement, Map<String, List<String>>> classes =
            new EnumMap<>(Disagreement.class);
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

    private void disagree(Probe probe, ComparableReply ours, Map<String, ComparableReply> others) {
        var all = new TreeMap<>(others);
        all.put(OURS, ours);
        var question = probe.query().question().orElseThrow();
        var kind = Disagreement.of(question, all.values(), ours, apexes);
        String who =
                others.entrySet().stream()
                        .map(e -> e.getKey() + e.getValue().differencesFrom(ours))
                        .collect(Collectors.joining(" "));
        classes.computeIfAbsent(kind, _ -> new TreeMap<>())
                .computeIfAbsent(who, _ -> new ArrayList<>())
                .add(describe(probe, all));
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

    /// {@return disagreements of the others that are of no known kind}
    List<String> unlisted() {
        return classes.getOrDefault(Disagreement.UNLISTED, Map.of()).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /// {@return how often the others disagree about what, and in which parts of their replies they differ from us, with
    /// examples}
    String report() {
        var text = new StringBuilder("all agree: " + agreements + "\n");
        classes.forEach(
                (kind, byParts) -> {
                    int count = byParts.values().stream().mapToInt(List::size).sum();
                    text.append("\n%s: %d\n".formatted(kind.title(), count));
                    byParts.forEach(
                            (who, all) -> {
                                text.append("%d × %s\n".formatted(all.size(), who));
                                all.stream().limit(EXAMPLES).forEach(text::append);
                            });
                });
        return text.toString();
    }
}
