package io.github.dnscli.server.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.wire.Flag;
import io.github.dnscli.common.wire.Message;
import io.github.dnscli.common.wire.Opcode;
import io.github.dnscli.common.wire.Question;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import io.github.dnscli.server.state.Peer.Protocol;
import io.github.dnscli.testkit.KnotServer;
import io.github.dnscli.testkit.NamedServer;
import io.github.dnscli.testkit.NsdServer;
import io.github.dnscli.testkit.RealServer;
import io.github.dnscli.testkit.ServerPlan;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DifferentialAnswersTest {

    private static final Path REPORT = Path.of("target", "answers-compared.txt");

    @Test
    void answersAsTheOthersDoWhereTheyAgree() throws IOException {
        compare(1, 3000);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNLISTED")
    void tellsOfEachDisagreement(Disagreement disagreement) throws IOException {
        assertThat(Path.of("..", "docs", "answers.md"))
                .content()
                .contains("| " + disagreement.title() + " |");
    }

    static void compare(long seed, int questions) throws IOException {
        var zones = new ArrayList<Zone>();
        var plan = ServerPlan.EMPTY;
        var builder = NameServer.builder();
        for (var generated : GeneratedZones.of(seed).entrySet()) {
            var zone = zone(generated.getKey(), generated.getValue());
            zones.add(zone);
            builder.zone(zone);
            plan = plan.primary(zone.origin(), generated.getValue());
        }
        try (var ours = builder.start();
                var named = NamedServer.start(plan);
                var knot = KnotServer.start(plan);
                var nsd = NsdServer.start(plan)) {
            var servers = new LinkedHashMap<String, InetSocketAddress>();
            servers.put(Comparison.OURS, ours.addresses().getFirst());
            servers.put("named", address(named));
            servers.put("knotd", address(knot));
            servers.put("nsd", address(nsd));
            for (var server : List.of(named, knot, nsd)) {
                awaitAll(server, zones);
            }
            report(seed, questions, servers, zones);
        }
    }

    private static void report(
            long seed, int questions, Map<String, InetSocketAddress> servers, List<Zone> zones)
            throws IOException {
        var apexes = Set.copyOf(zones.stream().map(Zone::origin).toList());
        var comparison = new Comparison(servers, apexes);
        comparison.run(new Probes(seed, zones).take(questions));
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, comparison.report());
        assertThat(comparison.failures())
                .as("seed %d: questions that all others answer alike, and we do not", seed)
                .isEmpty();
        assertThat(comparison.unlisted())
                .as("seed %d: disagreements that docs/answers.md has no row for", seed)
                .isEmpty();
        assertThat(comparison.agreements()).isGreaterThan(questions / 2);
    }

    private static Zone zone(DomainName origin, String text) {
        return ZoneText.zone(origin.display(), text);
    }

    private static InetSocketAddress address(RealServer server) {
        return new InetSocketAddress(server.address().address(), server.address().port());
    }

    /// A server that refuses one of the zones would make the comparison worthless.
    private static void awaitAll(RealServer server, List<Zone> zones) throws IOException {
        var probes = new ArrayList<Probe>();
        for (var zone : zones) {
            var question = Question.of(zone.origin(), RecordType.SOA);
            probes.add(
                    new Probe(
                            Message.request(probes.size(), Opcode.QUERY, question), Protocol.TCP));
        }
        long end = System.nanoTime() + 20_000_000_000L;
        while (true) {
            var replies = Questioner.ask(address(server), probes);
            if (replies.values().stream().allMatch(wire -> (wire[2] << 8 & Flag.AA.mask()) != 0)) {
                return;
            }
            assertThat(System.nanoTime()).as(server.output()).isLessThan(end);
        }
    }
}
