package io.github.dnscli.certifier.acme;

import io.github.dnscli.certifier.challenge.ChallengeSolver;
import io.github.dnscli.certifier.challenge.Presentation;
import io.github.dnscli.certifier.challenge.Proof;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.transport.ServerAddress;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.NameServer;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Proofs in a name server of the test, which has the zone `example`.
final class ServedProofs implements ChallengeSolver, AutoCloseable {

    private static final List<ResourceRecord> BASE =
            List.of(
                    ResourceRecord.of("example", 60, RecordType.SOA, "ns h. 1 60 60 3600 60"),
                    ResourceRecord.of("example", 60, RecordType.NS, "ns.example."),
                    ResourceRecord.of("ns.example", 60, RecordType.A, "127.0.0.1"));

    private final NameServer server;
    private final Set<Proof> visible = new LinkedHashSet<>();
    private final List<List<Proof>> presented = new ArrayList<>();
    private Optional<Presentation> answer = Optional.empty();
    private String type = "dns-01";
    private boolean stubborn;
    private boolean lost;

    private ServedProofs(NameServer server) {
        this.server = server;
    }

    static ServedProofs start() throws IOException {
        return new ServedProofs(
                NameServer.builder().zone(zone(Set.of())).listen("127.0.0.1", 0).start());
    }

    private static Zone zone(Set<Proof> proofs) {
        var records = new ArrayList<>(BASE);
        for (var proof : proofs) {
            records.add(
                    ResourceRecord.of(
                            "_acme-challenge." + proof.name().display(),
                            60,
                            RecordType.TXT,
                            '"' + proof.value() + '"'));
        }
        return Zone.of(DomainName.of("example"), records);
    }

    ServerAddress address() {
        return new ServerAddress(InetAddress.ofLiteral("127.0.0.1"), server.port());
    }

    /// Has the next proofs fail in a way.
    synchronized void answer(Presentation next) {
        answer = Optional.of(next);
    }

    /// Answers challenges of another type from now on.
    synchronized void answerOnly(String other) {
        type = other;
    }

    /// Publishes nothing from now on, and claims that it did.
    synchronized void lose() {
        lost = true;
    }

    /// Cannot withdraw anything from now on.
    synchronized void refuseWithdrawal() {
        stubborn = true;
    }

    synchronized List<List<Proof>> presented() {
        return List.copyOf(presented);
    }

    synchronized Set<Proof> visible() {
        return Set.copyOf(visible);
    }

    @Override
    public synchronized String type() {
        return type;
    }

    @Override
    public synchronized Presentation present(Collection<Proof> proofs, Instant deadline) {
        presented.add(List.copyOf(proofs));
        if (!lost) {
            visible.addAll(proofs);
            publish();
        }
        var said = answer.orElse(new Presentation.Visible());
        answer = Optional.empty();
        return said;
    }

    private void publish() {
        var zone = zone(visible);
        server.change(state -> state.with(zone));
    }

    @Override
    public synchronized void withdraw(Collection<Proof> proofs) throws IOException {
        if (stubborn) {
            throw new IOException("the server does not take updates");
        }
        visible.removeAll(proofs);
        publish();
    }

    @Override
    public synchronized void tidy() {
        visible.clear();
        publish();
    }

    @Override
    public void close() {
        server.close();
    }
}
