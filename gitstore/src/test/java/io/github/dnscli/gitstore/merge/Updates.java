package io.github.dnscli.gitstore.merge;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.Serial;
import io.github.dnscli.common.text.ZoneText;
import io.github.dnscli.common.zone.Zone;
import io.github.dnscli.server.state.Peer;
import io.github.dnscli.server.state.ZoneChange;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A zone as served, and the updates made of it.
public final class Updates {

    /// The name of the zones below.
    public static final DomainName ORIGIN = DomainName.of("example.com");

    private static final Instant TIME = Instant.parse("2026-11-25T03:00:00Z");
    private static final Peer PEER =
            new Peer(InetAddress.ofLiteral("192.0.2.53"), Peer.Protocol.TCP);

    private final List<ZoneEdit> edits = new ArrayList<>();
    private Zone served;

    /// Begins with a zone.
    public Updates(Zone start) {
        served = start;
    }

    /// {@return a zone}
    ///
    /// @param lines records beside the SOA record and the name server
    public static Zone zone(long serial, String... lines) {
        return ZoneText.zone(
                "example.com",
                "@ 60 SOA ns.example.net. admin "
                        + serial
                        + " 2 3 4 5\n@ 60 NS ns.example.net.\n"
                        + String.join("\n", lines)
                        + "\n");
    }

    /// Makes an update, under the next serial.
    public Updates make(UnaryOperator<Zone> change) {
        return make(change, served.serial().orElseThrow().next());
    }

    /// Makes an update.
    public Updates make(UnaryOperator<Zone> change, Serial serial) {
        var after = change.apply(served).withSerial(serial);
        edits.add(ZoneEdit.of(edits.size() + 1, TIME, change(served, after)));
        served = after;
        return this;
    }

    /// Makes an update that leaves these lines as all there is.
    public Updates make(String... lines) {
        return make(_ -> zone(1, lines));
    }

    /// {@return a change as the server proposes it}
    public static ZoneChange change(Zone before, Zone after) {
        return ZoneChange.of(before, after, DomainName.of("k._update.example.com"), PEER);
    }

    /// {@return the zone after all updates}
    public Zone served() {
        return served;
    }

    /// {@return the updates}
    public List<ZoneEdit> edits() {
        return List.copyOf(edits);
    }
}
